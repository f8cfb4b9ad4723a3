import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  sendToGateway,
  startGatewayUnderTest,
  type GatewayUnderTest,
} from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({ names: ['harbours'] });
});

afterAll(() => gateway.stop());

const JSON_TYPE = { 'content-type': 'application/json' };
const sendRaw = (body: string) => sendToGateway(gateway.url, { method: 'POST', headers: JSON_TYPE, body });

const NUMBERS = ['1e400', '-1e400', '9'.repeat(10_000), `0.${'9'.repeat(10_000)}`, `1e${'9'.repeat(400)}`];

describe('a number that is none', () => {
  it.each(NUMBERS)('is refused in the query: %.12s…', async (number) => {
    const { status, ...answer } = await gateway.ask(`{ harbours(first: ${number}) { name } }`);

    expect([status, codesOf({ status, ...answer })]).toEqual([400, ['BAD_USER_INPUT']]);
  });

  it.each(NUMBERS.filter((number) => !Number.isFinite(Number(number))))(
    'is refused in the variables, and never taken for null: %.12s…',
    async (number) => {
      const body = `{"query":"query ($first: Int) { harbours(first: $first) { name } }","variables":{"first":${number}}}`;
      const answer = await sendRaw(body);

      expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    },
  );
});

describe('null for a variable that may be left out', () => {
  const conditional =
    'query ($show: Boolean = true) { __typename echo @include(if: $show) other: echo @skip(if: $show) }';

  it('is refused where the variable stands in a place that takes no null', async () => {
    const given = await gateway.ask({ query: conditional, variables: { show: null } });
    const leftOut = await gateway.ask({ query: conditional });

    expect([given.status, codesOf(given)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(leftOut.data).toEqual({ __typename: 'Query', echo: null });
  });

  it('is taken where the place takes it', async () => {
    const query = 'query ($text: String = "x") { echo(text: $text) }';

    expect((await gateway.ask({ query, variables: { text: null } })).data).toEqual({ echo: null });
  });

  it('is asked of the operation that runs alone', async () => {
    const query = `${conditional.replace('query', 'query A')} query B ($show: String) { echo(text: $show) }`;

    const answer = await gateway.ask({ query, operationName: 'B', variables: { show: null } });

    expect([answer.status, answer.errors]).toEqual([200, []]);
  });
});

const documents = [
  '',
  ' ',
  '#',
  '{',
  '{}',
  'query',
  'fragment F on Query { echo }',
  '{ ...F } fragment F on Query { ...F }',
  '{ ...F } fragment F on Nothing { x }',
  'query ($a: Nothing) { echo }',
  '{ echo @defer }',
  '{ ... @defer { echo } }',
  'type A { b: Int } { echo }',
  'query a { echo } query a { echo }',
  'query ($a: Int, $a: Int) { echo }',
  '{ echo(text: "a", text: "b") }',
  '{ echo echo: __typename }',
  '{ echo(text: $none) }',
  '{ __type(name: null) { name } }',
  'mutation { __schema { types { name } } }',
  'subscription { echo }',
  `{ echo(where: ${'{and:'.repeat(300)}1${'}'.repeat(300)}) }`,
];
const bodies = [
  'null',
  'true',
  '"x"',
  '[]',
  '{}',
  '{"query":null}',
  '{"query":[]}',
  '{"query":{}}',
  '{"query":"{echo}","variables":1}',
  '{"query":"{echo}","variables":"{}"}',
  '{"query":"{echo}","variables":[{}]}',
  '{"query":"{echo}","operationName":1}',
  '{"query":"{echo}","operationName":{}}',
  '{"query":"{echo}","operationName":"__proto__"}',
  '{"query":"{echo}","operationName":"constructor"}',
  '{"query":"{echo}","extensions":1}',
  '{"query":"{echo}","extensions":[]}',
  '{"query":"{echo}","variables":{"constructor":{"prototype":1}}}',
];

describe('a request that means nothing', () => {
  it.each(documents)('is a refusal of the client’s kind: %.60s', async (query) => {
    const { status, errors } = await gateway.ask({ query });

    expect(status).toBe(400);
    for (const { extensions } of errors) expect(extensions).toMatchObject({ kind: 'INVALID' });
    expect(errors).not.toEqual([]);
  });

  it.each(bodies)('is a refusal of the client’s kind: %s', async (body) => {
    const answer = await sendRaw(body);

    expect(answer.status).toBe(400);
    expect(['BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE']).toContain(codesOf(answer)[0]);
  });

  it('does not stop the next one', async () => {
    expect((await gateway.ask('{ echo(text: "x") }')).data).toEqual({ echo: 'x' });
  });
});
