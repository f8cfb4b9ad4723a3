import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { SCHEMA_ONCE } from './explorer-schema.ts';

const URL = 'http://127.0.0.1/graphql';
const asking = (query: string) => ({ method: 'POST', body: JSON.stringify({ query }) });
const SCHEMA = asking('query IntrospectionQuery { __schema { queryType { name } } }');

/** A page whose requests are counted. */
function page(answers: readonly string[]) {
  let sent = 0;
  const fetch = async () => new Response(answers[Math.min(sent++, answers.length - 1)]);
  const context = createContext({ fetch, Request, Response });
  runInContext(SCHEMA_ONCE, context);
  const ask = async (init: RequestInit): Promise<string> => (await context['fetch'](URL, init)).text();
  return { ask, sent: () => sent };
}

describe('the explorer’s page', () => {
  it('loads the schema once for all tabs, also for those that ask at the same time', async () => {
    const { ask, sent } = page(['{"data":{}}']);

    const answers = await Promise.all([ask(SCHEMA), ask(SCHEMA), ask(SCHEMA)]);
    answers.push(await ask(SCHEMA));

    expect(answers).toEqual(Array.from({ length: 4 }, () => '{"data":{}}'));
    expect(sent()).toBe(1);
  });

  it('asks everything else each time', async () => {
    const { ask, sent } = page(['{"data":{}}']);

    for (const _time of [1, 2]) await ask(asking('{ regions { nodes { name } } }'));

    expect(sent()).toBe(2);
  });

  it('asks again for a schema that was refused', async () => {
    const { ask, sent } = page(['{"errors":[]}', '{"data":{}}']);

    expect([await ask(SCHEMA), await ask(SCHEMA), await ask(SCHEMA)]).toEqual([
      '{"errors":[]}',
      '{"data":{}}',
      '{"data":{}}',
    ]);
    expect(sent()).toBe(2);
  });
});
