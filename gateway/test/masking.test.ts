import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({ names: ['harbours', 'ships'] });
});

afterAll(() => gateway.stop());

const fail = (how: string) => gateway.ask(`{ fail(how: ${how}) }`);

describe('an error of a subgraph', () => {
  it('reaches the client with code, kind and details when it is a refusal', async () => {
    const { errors } = await fail('REFUSED');

    expect(errors).toEqual([
      {
        message: 'The harbour is closed.',
        path: ['fail'],
        extensions: { code: 'HARBOUR_CLOSED', kind: 'CONFLICT', details: { rule: 'HAR-1' } },
      },
    ]);
  });

  it('reaches the client with nothing but code, kind and details', async () => {
    const { errors } = await fail('LEAKING');

    expect(errors[0]?.extensions).toEqual({ code: 'HARBOUR_CLOSED', kind: 'CONFLICT' });
  });

  it.each(['CRASHED', 'UNSHAPED'])('is masked under the correlation id when it %s', async (how) => {
    const { errors, headers, text } = await fail(how);

    const correlationId = headers.get('x-correlation-id');
    expect(errors[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', correlationId });
    for (const leak of [
      '10.0.0.7',
      'ECONNREFUSED',
      '/srv',
      'SOMETHING',
      'harbours',
      'closed',
      'stacktrace',
    ]) {
      expect(text).not.toContain(leak);
    }
  });
});

describe('an answer of a subgraph', () => {
  afterEach(() => gateway.subgraphs.harbours.behave('ANSWERS'));

  it('that refuses the variables reaches the client', async () => {
    gateway.subgraphs.harbours.behave('REFUSES_INPUT');

    const { errors } = await gateway.ask('{ harbour(code: "H1") { name } }');

    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'BAD_USER_INPUT', kind: 'INVALID', details: { field: 'code' } },
    ]);
  });

  it('that breaks the schema is an error, not a silent gap', async () => {
    gateway.subgraphs.harbours.behave('BREAKS_SCHEMA');

    const answer = await gateway.ask('{ harbour(code: "H1") { name } }');

    expect(answer.data).toEqual({ harbour: null });
    expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(answer.text).not.toContain('valueCompletion');
  });
});

describe('an error in the request', () => {
  it.each([
    ['a field', '{ harbour(code: "H1") { nam } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a root field', '{ harbuor(code: "H1") { name } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a type', '{ harbour(code: "H1") { ... on Harbuor { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an argument', '{ harbour(cod: "H1") { name } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an enum value', '{ fail(how: CRASHE) }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a directive', '{ echo @includ(if: true) }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('of %s does not spell the schema out', async (_what, query, code) => {
    const answer = await gateway.ask(query);

    expect([answer.status, new Set(codesOf(answer))]).toEqual([400, new Set([code])]);
    expect(answer.text).not.toMatch(/did you mean/i);
    expect(answer.text).not.toContain('stack');
  });

  it.each([
    ['an enum value', 'query ($how: Failure!) { fail(how: $how) }', { how: 'CRASHE' }],
    [
      'an operator in place of a text',
      'query ($code: ID!) { harbour(code: $code) { name } }',
      { code: { $gt: '' } },
    ],
    ['nothing in place of a code', 'query ($code: ID!) { harbour(code: $code) { name } }', {}],
  ])('of %s in the variables is BAD_USER_INPUT', async (_what, query, variables) => {
    const answer = await gateway.ask({ query, variables });

    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(answer.text).not.toMatch(/did you mean/i);
  });
});

describe('what federation adds to subgraphs', () => {
  it.each([
    ['_entities', '{ _entities(representations: [{ __typename: "Harbour", code: "H1" }]) { __typename } }'],
    ['_service', '{ _service { sdl } }'],
  ])('cannot be asked through the gateway: %s', async (_what, query) => {
    expect(codesOf(await gateway.ask(query))).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  it('shows no query plan and no trace, whatever the headers say', async () => {
    const headers = {
      'apollo-query-plan-experimental': '1',
      'apollo-federation-include-trace': 'ftv1',
      'apollo-query-plan-experimental-format': 'internal',
    };

    const { text } = await gateway.ask({ query: '{ echo(text: "x") }', headers });

    expect(JSON.parse(text)).toEqual({ data: { echo: 'x' } });
  });
});
