import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({ names: ['harbours'] });
});

afterAll(() => gateway.stop());

const ECHO = 'query Echo($text: String) { echo(text: $text) } query Other { __typename }';
const GRAPHQL = { accept: 'application/graphql-response+json' };

interface Got {
  readonly status: number;
  readonly allow: string | undefined;
  readonly code: unknown;
  readonly data: unknown;
}

/** By Node's own client, which adds no header of a browser to those that are given. */
function get(
  parameters: Record<string, string> | string,
  headers: Record<string, string> = {},
): Promise<Got> {
  const search = new URLSearchParams(parameters);
  return new Promise((resolve, reject) => {
    httpRequest(`${gateway.url}/graphql?${search.toString()}`, { headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => {
        const { data, errors = [] } = JSON.parse(text);
        const { statusCode: status = 0, headers: got } = response;
        resolve({ status, allow: got.allow, code: errors[0]?.extensions.code, data });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('a query by GET', () => {
  it('is answered with its variables and the name of its operation', async () => {
    const { status, data } = await get(
      { query: ECHO, variables: '{"text":"宜都"}', operationName: 'Echo' },
      GRAPHQL,
    );

    expect([status, data]).toEqual([200, { echo: '宜都' }]);
  });

  it.each([
    ['asks for GraphQL by its media type', GRAPHQL],
    ['asks for JSON by its media type', { accept: 'application/json' }],
    ['asks for a preflight', { 'apollo-require-preflight': 'true' }],
    ['is of a script that the browser lets', { 'sec-fetch-mode': 'cors', accept: '*/*' }],
  ])('is answered when it %s', async (_what, headers) => {
    expect(await get({ query: '{ echo(text: "x") }' }, headers)).toMatchObject({
      status: 200,
      data: { echo: 'x' },
    });
  });

  it.each([
    ['nothing says that a script sent it', {}],
    ['it says only that anything will do', { accept: '*/*' }],
    ['a picture asks', { accept: 'image/*,*/*;q=0.8', 'sec-fetch-mode': 'no-cors' }],
    ['a picture asks for JSON', { ...GRAPHQL, 'sec-fetch-mode': 'no-cors' }],
    ['a link was followed', { accept: 'text/html,*/*;q=0.8', 'sec-fetch-mode': 'navigate' }],
    ['a foreign page asks', { ...GRAPHQL, origin: 'https://evil.example', 'sec-fetch-mode': 'cors' }],
  ])('is refused where %s', async (_what, headers) => {
    const calls = gateway.subgraphs.harbours.calls.length;

    expect(await get({ query: '{ echo(text: "x") }' }, headers)).toMatchObject({
      status: 400,
      code: 'REQUEST_COULD_BE_FORGED',
    });
    expect(gateway.subgraphs.harbours.calls.length).toBe(calls);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'is refused with the content type of a form: %s',
    async (type) => {
      expect(await get({ query: '{ echo }' }, { ...GRAPHQL, 'content-type': type })).toMatchObject({
        status: 415,
        code: 'REQUEST_NOT_JSON',
      });
    },
  );

  it.each([
    ['a mutation', { query: 'mutation { renameHarbour(code: "H1", name: "N") { code } }' }],
    [
      'a mutation among queries',
      {
        query: 'query A { echo } mutation B { renameHarbour(code: "H1", name: "N") { code } }',
        operationName: 'B',
      },
    ],
  ])('never is %s', async (_what, parameters) => {
    const calls = gateway.subgraphs.harbours.calls.length;

    expect(await get(parameters, { 'apollo-require-preflight': 'true' })).toMatchObject({
      status: 405,
      allow: 'POST',
      code: 'REQUEST_METHOD_NOT_ALLOWED',
    });
    expect(gateway.subgraphs.harbours.calls.length).toBe(calls);
  });

  it.each([
    ['an empty query', 'query=', 400],
    ['variables that are a list', 'query={echo}&variables=[]', 400],
    ['variables that are no JSON', 'query={echo}&variables={', 400],
    ['variables that are a text', 'query={echo}&variables="x"', 400],
    ['extensions that are no object', 'query={echo}&extensions=7', 400],
    ['the query twice', 'query={echo}&query={echo}', 400],
    ['no parameter', '', 405],
  ])('is refused with %s', async (_what, parameters, status) => {
    expect((await get(parameters, GRAPHQL)).status).toBe(status);
  });

  it('obeys the same limits', async () => {
    const query = `{ ${Array.from({ length: 11 }, (_, at) => `e${at}: echo`).join(' ')} }`;

    expect((await get({ query }, GRAPHQL)).code).toBe('QUERY_HAS_TOO_MANY_ROOT_FIELDS');
  });
});

describe('a document of several operations', () => {
  it('is answered for the one that is named', async () => {
    const named = await gateway.ask({ query: ECHO, operationName: 'Echo', variables: { text: 'x' } });
    const other = await gateway.ask({ query: ECHO, operationName: 'Other' });

    expect([named.data, other.data]).toEqual([{ echo: 'x' }, { __typename: 'Query' }]);
  });

  it.each([undefined, '', 'Nothing'])('is refused when %j is named', async (operationName) => {
    const answer = await gateway.ask({
      query: ECHO,
      ...(operationName === undefined ? {} : { operationName }),
    });

    expect([answer.status, codesOf(answer)]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE']]);
  });

  it('is limited by the one that is named', async () => {
    const wide = Array.from({ length: 11 }, (_, at) => `e${at}: echo`).join(' ');
    const query = `query Narrow { echo } query Wide { ${wide} }`;

    expect(codesOf(await gateway.ask({ query, operationName: 'Narrow' }))).toEqual([]);
    expect(codesOf(await gateway.ask({ query, operationName: 'Wide' }))).toEqual([
      'QUERY_HAS_TOO_MANY_ROOT_FIELDS',
    ]);
  });
});
