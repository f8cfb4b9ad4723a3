import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askGateway,
  codesOf,
  startGatewayUnderTest,
  type Ask,
  type GatewayUnderTest,
} from './fixture/gateway-under-test.ts';
import { startPlainGateway, type PlainGateway } from './fixture/plain-gateway.ts';

let gateway: GatewayUnderTest;
let plain: PlainGateway;

beforeAll(async () => {
  [gateway, plain] = await Promise.all([
    startGatewayUnderTest({
      names: ['harbours', 'ships'],
      // Lists eight deep in documents cost more than what strangers may ask by default; here their depth is what counts.
      environment: { COST_LIMITS: '{"public":6000,"signedIn":6000,"analyst":40000}' },
    }),
    startPlainGateway(['harbours', 'ships']),
  ]);
});

afterAll(() => Promise.all([gateway.stop(), plain.stop()]));

const times = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join(' ');

/** `nested(3, 'name')` is three fields deep and one more. */
const nested = (levels: number, leaf: string): string =>
  `${'neighbours { '.repeat(levels)}${leaf}${' }'.repeat(levels)}`;

/** Each fragment spreads the next one twice: 9 short lines that expand to 512 fields. */
const DOUBLING = `query { harbour(code: "H1") { ...F0 } }
  ${times(9, (at) => `fragment F${at} on Harbour { ...F${at + 1} ...F${at + 1} }`)}
  fragment F9 on Harbour { name }`;

const tooMuch: readonly (readonly [string, string, string])[] = [
  ['QUERY_SOURCE_TOO_LONG', 'a document of more than 16 KiB', `{ ${','.repeat(17_000)} echo }`],
  ['QUERY_HAS_TOO_MANY_TOKENS', 'more than 2,000 tokens', `{ echo(tags: [${times(2_001, () => '""')}]) }`],
  ['QUERY_HAS_TOO_MANY_COMMENTS', 'more than 50 comments', `${times(51, () => '#\n')} { echo }`],
  ['QUERY_TOO_DEEP', 'more than 10 levels', `{ harbour(code: "H1") { ${nested(9, 'name')} } }`],
  [
    'QUERY_HAS_TOO_MANY_ALIASES',
    'more than 15 aliases',
    `{ harbour(code: "H1") { ${times(16, (at) => `n${at}: name`)} } }`,
  ],
  ['QUERY_HAS_TOO_MANY_ROOT_FIELDS', 'more than 10 root fields', `{ ${times(11, (at) => `e${at}: echo`)} }`],
  [
    'QUERY_HAS_TOO_MANY_ROOT_FIELDS',
    'more than 10 root fields, hidden in a fragment',
    `{ ...A ...A } fragment A on Query { ${times(6, (at) => `e${at}: echo`)} }`,
  ],
  [
    'QUERY_HAS_TOO_MANY_MUTATIONS',
    'two mutations',
    `mutation { ${times(2, (at) => `m${at}: renameHarbour(code: "H1", name: "N") { code }`)} }`,
  ],
  [
    'QUERY_HAS_TOO_MANY_DIRECTIVES',
    'more than 20 directives',
    `{ harbour(code: "H1") { ${times(21, () => 'name @include(if: true)')} } }`,
  ],
  [
    'QUERY_HAS_TOO_MANY_FRAGMENTS',
    'more than 50 fragments',
    `{ ${times(51, (at) => `...F${at}`)} } ${times(51, (at) => `fragment F${at} on Query { echo }`)}`,
  ],
  ['QUERY_TOO_COMPLEX', 'more than 500 fields', `{ harbour(code: "H1") { ${times(500, () => 'name')} } }`],
  ['QUERY_TOO_COMPLEX', 'more than 500 fields once its fragments are expanded', DOUBLING],
  [
    'QUERY_HAS_TOO_MANY_OPERATIONS',
    'more than 50 operations',
    times(51, (at) => `query ${at === 0 ? 'A' : `A${at}`} { echo }`),
  ],
  [
    'QUERY_TOO_COMPLEX',
    'operations of more than 2,000 fields together',
    `query A { echo } ${times(5, (at) => `query B${at} { harbour(code: "H1") { ...F } }`)}
      fragment F on Harbour { ${times(10, () => '...G')} } fragment G on Harbour { ${times(42, () => 'name')} }`,
  ],
];

describe('a query beyond a limit', () => {
  it.each(tooMuch)('is refused as %s for %s', async (code, _what, query) => {
    const answer = await gateway.ask({ query, ...named(query) });

    expect(codesOf(answer)).toEqual([code]);
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
  });

  it.each(tooMuch)('would be answered by a plain gateway: %s for %s', async (_code, _what, query) => {
    const answer = await askGateway(plain.url, { query, ...named(query) });

    expect(answer.errors).toEqual([]);
  });

  it('reaches no subgraph', async () => {
    const before = gateway.subgraphs.harbours.calls.length;

    for (const [, , query] of tooMuch) await gateway.ask(query);

    expect(gateway.subgraphs.harbours.calls.length).toBe(before);
  });

  it('is refused in the language of the reader', async () => {
    const { errors } = await gateway.ask({ query: DOUBLING, headers: { 'accept-language': 'zh-CN' } });

    expect(errors[0]).toMatchObject({
      message: '查询展开后选取的字段过多,上限为 500，请拆分或缩短。',
      extensions: { code: 'QUERY_TOO_COMPLEX', kind: 'INVALID', details: { limit: 500 } },
    });
  });

  it('is answered at the limit', async () => {
    const atLimits = [
      `{ harbour(code: "H1") { ${nested(8, 'name')} } }`,
      `{ ${times(10, (at) => `e${at}: echo`)} }`,
      `{ harbour(code: "H1") { ${times(499, () => 'name')} } }`,
      'mutation { renameHarbour(code: "H1", name: "N") { code } }',
    ];

    const answers = await Promise.all(atLimits.map((query) => gateway.ask(query)));

    expect(answers.map(({ status, errors }) => [status, errors])).toEqual(atLimits.map(() => [200, []]));
  });
});

/** A document of several operations is answered only when one of them is named. */
function named(query: string): Pick<Ask, 'operationName'> {
  return query.startsWith('query A') ? { operationName: 'A' } : {};
}

describe('a query that doubles itself in thirty fragments', () => {
  it('is refused within a moment', async () => {
    const query = `{ harbour(code: "H1") { ...F0 } }
      ${times(30, (at) => `fragment F${at} on Harbour { ...F${at + 1} ...F${at + 1} }`)}
      fragment F30 on Harbour { name }`;
    const started = performance.now();

    const answer = await gateway.ask(query);

    expect(codesOf(answer)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('an analyst', () => {
  it('may ask for more than others, and not for everything', async () => {
    const token = await gateway.issuer.token({ grants: [{ role: 'ANALYST', region: '000000' }] });
    const headers = { authorization: `Bearer ${token}` };
    const wide = `{ ${times(40, (at) => `e${at}: echo`)} }`;
    const wider = `{ ${times(41, (at) => `e${at}: echo`)} }`;

    expect((await gateway.ask({ query: wide, headers })).errors).toEqual([]);
    expect(codesOf(await gateway.ask({ query: wide }))).toEqual(['QUERY_HAS_TOO_MANY_ROOT_FIELDS']);
    expect(codesOf(await gateway.ask({ query: wider, headers }))).toEqual(['QUERY_HAS_TOO_MANY_ROOT_FIELDS']);
  });
});
