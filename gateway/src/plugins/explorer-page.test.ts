import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { whoMay } from './explorer-access.ts';
import { ASKS_FOR_COST, TELLS_WHO_MAY } from './explorer-page.ts';
import { explorerTabs } from './explorer-tabs.ts';

const ENDPOINT = 'http://127.0.0.1/graphql';
const location = { origin: 'http://127.0.0.1' };

interface Told {
  readonly data: { readonly __schema: { readonly types: readonly { fields: { description: string }[] }[] } };
}

function page(script: string, answer: (request: Request) => Promise<unknown>) {
  const fetch = async (input: string | Request, init?: RequestInit) =>
    Response.json(await answer(new Request(input, init)));
  const context = createContext({ fetch, Request, Response, Headers, URL, location });
  runInContext(script, context);
  return async (body: object, headers: Record<string, string> = {}) => {
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return ((await context['fetch'](ENDPOINT, init)) as Response).json() as Promise<Told>;
  };
}

describe('the explorer', () => {
  it('says under each operation who may use it', async () => {
    const fields = [{ name: 'openStation', description: 'Opens it.' }];
    const __schema = {
      mutationType: { name: 'Mutation' },
      types: [{ name: 'Mutation', fields }, { name: 'Date' }],
    };
    const ask = page(TELLS_WHO_MAY, async ({ url }) =>
      url === ENDPOINT ? { data: { __schema } } : whoMay(),
    );

    const { data } = await ask({ query: 'query IntrospectionQuery { __schema { types { name } } }' });

    expect(data.__schema.types[0]?.fields[0]?.description).toBe(
      'Opens it.\n\nWho may (谁可使用): COUNTY_CIVIL_AFFAIRS 市/县民政局: county.',
    );
  });

  it('asks what each answer cost, and sends no token that is none', async () => {
    const sent: unknown[] = [];
    const ask = page(ASKS_FOR_COST, async (request) => {
      sent.push([request.headers.get('authorization'), await request.json()]);
      return {};
    });

    await ask({ query: '{ a }', extensions: { b: 1 } }, { authorization: '' });
    await ask({ query: '{ a }' }, { authorization: 'Bearer x' });

    expect(sent).toEqual([
      [null, { query: '{ a }', extensions: { b: 1, cost: true } }],
      ['Bearer x', { query: '{ a }', extensions: { cost: true } }],
    ]);
  });

  it.each([
    ['county', 2],
    ['township', 3],
    ['nobody', 5],
    ['../adr', 5],
  ])('begins with the questions of a persona: %s', (persona, tabs) => {
    expect(explorerTabs('zh-CN', persona).length).toBe(tabs);
  });
});
