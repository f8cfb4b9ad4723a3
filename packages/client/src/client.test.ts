import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSchema, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  apolloTypePolicies,
  graphClient,
  graphcacheKeys,
  isRefusedWith,
  nodesOf,
  refusalsOf,
  waitBeforeRetry,
  withExpectedVersion,
  withIdempotencyKey,
  type Refusal,
} from './index.ts';

const PACKAGE = join(import.meta.dirname, '..');
const entry = (code: string, kind: string) => ({
  message: 'Nein.',
  extensions: { code, kind, details: { rule: 'STA-2' } },
});
const refusal = (kind: Refusal['kind']): Refusal => ({
  code: 'SUBGRAPH_TIMEOUT',
  kind,
  message: '',
  details: {},
  path: [],
});

describe('refusalsOf', () => {
  const errors = [entry('STATION_LACKS_HAVES', 'CONFLICT')];

  it.each([
    ['an answer', { data: null, errors }],
    ['Apollo Client', Object.assign(new Error('x'), { errors })],
    ['urql', Object.assign(new Error('x'), { graphQLErrors: errors })],
    ['graphql-request', Object.assign(new Error('x'), { response: { errors } })],
    ['graphClient', { data: null, refusals: refusalsOf({ errors }), correlationId: null }],
  ])('reads what %s says', (_client, thrown) => {
    expect(refusalsOf(thrown)).toMatchObject([
      { code: 'STATION_LACKS_HAVES', kind: 'CONFLICT', details: { rule: 'STA-2' } },
    ]);
    expect(isRefusedWith(thrown, 'STATION_LACKS_HAVES')).toBe(true);
    expect(isRefusedWith(thrown, 'STATION_NOT_FOUND')).toBe(false);
  });

  it.each([
    [null],
    ['text'],
    [new TypeError('fetch failed')],
    [{ errors: [{ message: 'no code' }] }],
    [{ errors: 3 }],
  ])('finds none in %s', (thrown) => {
    expect(refusalsOf(thrown)).toEqual([]);
  });
});

describe('waitBeforeRetry', () => {
  it('asks again what was unavailable, later each time, and never after half a minute', () => {
    const waits = [1, 2, 3, 20].map(
      (attempt) => waitBeforeRetry([refusal('UNAVAILABLE')], attempt) ?? Number.NaN,
    );

    for (const [at, longest] of [250, 500, 1000, 30_000].entries()) {
      expect(waits[at]).toBeGreaterThanOrEqual(longest / 2);
      expect(waits[at]).toBeLessThanOrEqual(longest);
    }
    expect(waitBeforeRetry([refusal('UNAVAILABLE')], 1, 3)).toBe(3000);
  });

  it('leaves it to people where the graph asks to stay away for long', () => {
    expect(waitBeforeRetry([refusal('UNAVAILABLE')], 1, 30)).toBe(30_000);
    expect(waitBeforeRetry([refusal('UNAVAILABLE')], 1, 3600)).toBeNull();
  });

  it('never asks again what stays refused, what was partly refused for good, and what was answered', () => {
    expect(waitBeforeRetry([refusal('CONFLICT')], 1)).toBeNull();
    expect(waitBeforeRetry([refusal('UNAVAILABLE'), refusal('INVALID')], 1)).toBeNull();
    expect(waitBeforeRetry([], 1)).toBeNull();
  });
});

describe('inputs', () => {
  it('have one key however often they are made again', () => {
    const first = withIdempotencyKey({ name: 'a', idempotencyKey: null });

    expect(withIdempotencyKey(first).idempotencyKey).toBe(first.idempotencyKey);
    expect(withIdempotencyKey({ name: 'a' }).idempotencyKey).not.toBe(first.idempotencyKey);
  });

  it('carry the version that was read', () => {
    expect(withExpectedVersion({ name: 'b' }, { version: 4 })).toEqual({ name: 'b', expectedVersion: 4 });
  });
});

describe('nodesOf', () => {
  const pages = {
    first: { nodes: [1, 2], pageInfo: { hasNextPage: true, endCursor: 'c' } },
    c: { nodes: [3], pageInfo: { hasNextPage: false, endCursor: 'd' } },
  };

  it('reads page after page, and no page that nobody asks for', async () => {
    const asked: (string | null)[] = [];
    const read = (after: string | null) => {
      asked.push(after);
      return Promise.resolve(pages[(after ?? 'first') as keyof typeof pages]);
    };

    for await (const node of nodesOf(read)) if (node === 2) break;
    expect(asked).toEqual([null]);
    expect(await Array.fromAsync(nodesOf(read))).toEqual([1, 2, 3]);
  });

  it('is at its end where the list is not there', async () => {
    expect(await Array.fromAsync(nodesOf(() => Promise.resolve(null)))).toEqual([]);
  });
});

describe('graphClient', () => {
  const answering = (...answers: readonly (readonly [number, object, Record<string, string>?])[]) => {
    const sent: { query: string; variables: unknown }[] = [];
    const fetch = (_url: unknown, init?: RequestInit) => {
      sent.push(JSON.parse(init?.body as string) as (typeof sent)[number]);
      const [status, body, headers] = answers[Math.min(sent.length, answers.length) - 1] ?? [500, {}];
      return Promise.resolve(new Response(JSON.stringify(body), { status, ...(headers ? { headers } : {}) }));
    };
    return {
      sent,
      client: graphClient({ url: 'http://localhost/graphql', fetch }),
    };
  };
  const away = [
    503,
    { errors: [entry('GATEWAY_OVERLOADED', 'UNAVAILABLE')] },
    { 'retry-after': '0' },
  ] as const;

  it('asks again until it is answered', async () => {
    const { sent, client } = answering(away, away, [200, { data: { a: 1 } }]);

    expect(await client.ask('{ a }', {})).toMatchObject({ data: { a: 1 }, refusals: [] });
    expect(sent).toHaveLength(3);
  });

  it('gives up after its attempts, and says why', async () => {
    const { sent, client } = answering(away);

    expect(isRefusedWith(await client.ask('{ a }', {}), 'GATEWAY_OVERLOADED')).toBe(true);
    expect(sent).toHaveLength(4);
  });

  it('sends a mutation again only with its key, which stays the same', async () => {
    const without = answering(away, [200, { data: {} }]);
    await without.client.ask('mutation Change { a }', { input: {} });
    expect(without.sent).toHaveLength(1);

    const { sent, client } = answering(away, [200, { data: {} }]);
    await client.ask('mutation Change { a }', { input: withIdempotencyKey({}) });
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });
});

describe('key fields', () => {
  it('are of types and fields that the graph has', () => {
    const types = buildSchema(readFileSync(join(PACKAGE, 'schema.graphql'), 'utf8')).getTypeMap();

    expect(Object.keys(apolloTypePolicies).toSorted()).toEqual(Object.keys(graphcacheKeys).toSorted());
    for (const [name, { keyFields }] of Object.entries(apolloTypePolicies)) {
      const type = types[name];
      expect(isObjectType(type) && Object.keys(type.getFields())).toEqual(
        expect.arrayContaining(keyFields || []),
      );
      expect(graphcacheKeys[name]?.({ code: '420581' })).toBe(keyFields ? '420581' : null);
    }
  });
});

describe('the package', () => {
  const sources = readdirSync(import.meta.dirname).filter((file) => /(?<!\.test)\.ts$/.test(file));
  const textOf = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');

  it('is at most 10 kB on its way to a browser, and needs no other', () => {
    const scripts = sources.map((file) => stripTypeScriptTypes(textOf(file)));

    expect(gzipSync(scripts.join('\n')).length).toBeLessThan(10_000);
    for (const script of scripts) expect(script).not.toMatch(/from '[^.]/);
  });

  it('shows the examples that are run', () => {
    const readme = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code);
    const examples = readdirSync(join(PACKAGE, 'examples')).map((file) =>
      readFileSync(join(PACKAGE, 'examples', file), 'utf8'),
    );

    expect(new Set(shown)).toEqual(new Set(examples));
    expect(shown).toHaveLength(examples.length);
  });
});
