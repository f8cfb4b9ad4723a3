import { execute, getIntrospectionQuery, parse, buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;
let sdl: string;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({
    names: ['harbours', 'ships'],
    config: { NODE_ENV: 'development' },
  });
  sdl = await (await fetch(`${gateway.url}/schema.graphql`)).text();
});

afterAll(() => gateway.stop());

const EVERY_OPTION = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});
const IS_ONE_OF =
  '{ __type(name: "EchoInput") { isOneOf inputFields(includeDeprecated: true) { name isDeprecated } } }';

const documents = [
  ['every option of graphql-js', EVERY_OPTION, {}],
  ['the default of graphql-js', getIntrospectionQuery(), {}],
  ['what gql.tada asks first', IS_ONE_OF, {}],
  ['a scalar', '{ __type(name: "ID") { kind specifiedByURL isOneOf ofType { name } } }', {}],
  ['a type that there is not', '{ __type(name: "Nothing") { name } __typename }', {}],
  [
    'directives',
    '{ __schema { description directives { name isRepeatable locations args(includeDeprecated: true) { name defaultValue } } } }',
    {},
  ],
  [
    'a name in a variable',
    'query ($n: String!, $d: Boolean = true) { __type(name: $n) { fields(includeDeprecated: $d) { name args(includeDeprecated: $d) { name deprecationReason } } } }',
    { n: 'Query' },
  ],
  [
    'enum values',
    '{ a: __type(name: "Failure") { enumValues(includeDeprecated: true) { name isDeprecated } } b: __type(name: "Harbour") { ...F } } fragment F on __Type { interfaces { name } possibleTypes { name } isOneOf }',
    {},
  ],
  [
    'nothing, by a condition',
    'query ($no: Boolean!) { __schema @include(if: $no) { queryType { name } } }',
    { no: false },
  ],
] as const;

describe('introspection', () => {
  it.each(documents)('of %s is what graphql-js says of the schema', async (_what, query, variables) => {
    const calls = gateway.subgraphs.harbours.calls.length;

    const answer = await gateway.ask({ query, variables });

    const document = parse(query);
    const expected = await execute({ schema: buildSchema(sdl), document, variableValues: variables });
    expect([answer.status, answer.errors]).toEqual([200, []]);
    expect(answer.data).toEqual(JSON.parse(JSON.stringify(expected.data)));
    expect(gateway.subgraphs.harbours.calls.length).toBe(calls);
  });

  it.each([
    ['beside data', '{ echo(text: "x") __type(name: "EchoInput") { isOneOf } }'],
    ['before data', '{ __type(name: "EchoInput") { isOneOf } echo(text: "x") }'],
    [
      'under another name, with data in a fragment',
      '{ ...A } fragment A on Query { __type(name: "EchoInput") { ...T } ...B } fragment B on Query { echo(text: "x") } fragment T on __Type { isOneOf }',
    ],
  ])('is answered %s', async (_what, query) => {
    const { data, errors } = await gateway.ask(query);

    expect(errors).toEqual([]);
    expect(data).toEqual({ echo: 'x', __type: { isOneOf: false } });
  });

  it('keeps names, order and conditions beside data', async () => {
    const { data, text } = await gateway.ask({
      query: `query ($t: String, $no: Boolean!) {
        first: __type(name: "Harbour") { name }
        echo(text: $t)
        gone: __schema @skip(if: true) { queryType { name } }
        gone2: harbour(code: "H1") @include(if: $no) { name }
        last: __schema { queryType { name } }
        kind: __typename
        none: __type(name: "Nothing") { name }
      }`,
      variables: { t: 'x', no: false },
    });

    expect(data).toEqual({
      first: { name: 'Harbour' },
      echo: 'x',
      last: { queryType: { name: 'Query' } },
      kind: 'Query',
      none: null,
    });
    expect(text.indexOf('first')).toBeLessThan(text.indexOf('echo'));
    expect(text.indexOf('echo')).toBeLessThan(text.indexOf('last'));
  });

  it('is answered for the operation that is named', async () => {
    const query = 'query Data { echo(text: "x") } query Schema { __type(name: "EchoInput") { isOneOf } }';

    expect((await gateway.ask({ query, operationName: 'Data' })).data).toEqual({ echo: 'x' });
    expect((await gateway.ask({ query, operationName: 'Schema' })).data).toEqual({
      __type: { isOneOf: false },
    });
  });

  it('is answered beside data that cannot be had', async () => {
    const { data, errors } = await gateway.ask(
      '{ fail(how: REFUSED) __type(name: "EchoInput") { isOneOf } }',
    );

    expect(data).toEqual({ fail: null, __type: { isOneOf: false } });
    expect(errors).toHaveLength(1);
  });
});
