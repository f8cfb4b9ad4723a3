import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { ClientError, GraphQLClient } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;
let url: string;

beforeAll(async () => {
  gateway = await startGatewayUnderTest({ names: ['harbours', 'ships'] });
  url = `${gateway.url}/graphql`;
});

afterAll(() => gateway.stop());

const HARBOUR = 'query Harbour($code: ID!) { harbour(code: $code) { code name } }';
const RENAME =
  'mutation Rename($code: ID!, $name: String!) { renameHarbour(code: $code, name: $name) { code name } }';
const TOO_WIDE = `{ ${Array.from({ length: 11 }, (_, at) => `e${at}: echo`).join(' ')} }`;
const REFUSED = '{ fail(how: REFUSED) }';
const BAD_TOKEN = { authorization: 'Bearer x' };

/** What each client shows of a refusal, wherever it was refused. */
const refusals: readonly (readonly [string, string, string, Record<string, string>])[] = [
  ['by a service', REFUSED, 'HARBOUR_CLOSED', {}],
  ['by a limit', TOO_WIDE, 'QUERY_HAS_TOO_MANY_ROOT_FIELDS', {}],
  ['by validation', '{ harbour(code: "H1") { nothing } }', 'GRAPHQL_VALIDATION_FAILED', {}],
  ['for its token', HARBOUR.replace('$code: ID!', '$code: ID! = "H1"'), 'UNAUTHENTICATED', BAD_TOKEN],
];

describe('Apollo Client with its defaults', () => {
  const client = (headers: Record<string, string> = {}, useGETForQueries = false) =>
    new ApolloClient({
      link: new HttpLink({ uri: url, headers, useGETForQueries }),
      cache: new InMemoryCache({ typePolicies: { Harbour: { keyFields: ['code'] } } }),
    });

  it.each(refusals)('shows the code of what is refused %s', async (_where, query, code, headers) => {
    const answer = client(headers).query({ query: gql(query) });

    const error: unknown = await answer.catch((refused: unknown) => refused);
    expect(CombinedGraphQLErrors.is(error)).toBe(true);
    expect((error as CombinedGraphQLErrors).errors.map(({ extensions }) => extensions?.['code'])).toContain(
      code,
    );
  });

  it('asks by POST and by GET', async () => {
    for (const byGet of [false, true]) {
      const { data } = await client({}, byGet).query({ query: gql(HARBOUR), variables: { code: 'H1' } });

      expect(data).toMatchObject({ harbour: { code: 'H1', name: 'Harbour H1' } });
    }
  });

  it('keeps an object under its key, and takes a change of it', async () => {
    const apollo = client();
    await apollo.query({ query: gql(HARBOUR), variables: { code: 'H1' } });

    await apollo.mutate({ mutation: gql(RENAME), variables: { code: 'H1', name: 'New' } });

    const kept = apollo.cache.readQuery({ query: gql(HARBOUR), variables: { code: 'H1' } });
    expect(kept).toMatchObject({ harbour: { name: 'New' } });
  });
});

describe('urql with its defaults', () => {
  const client = (headers: Record<string, string> = {}) =>
    new Client({
      url,
      exchanges: [cacheExchange({ keys: { Harbour: ({ code }) => code as string } }), fetchExchange],
      fetchOptions: { headers },
    });

  it.each(refusals)('shows the code of what is refused %s', async (_where, query, code, headers) => {
    const { error } = await client(headers).query(query, {}).toPromise();

    expect(error?.graphQLErrors.map(({ extensions }) => extensions['code'])).toContain(code);
  });

  it('keeps an object under its key, and takes a change of it', async () => {
    const urql = client();
    const first = await urql.query(HARBOUR, { code: 'H1' }).toPromise();
    await urql.mutation(RENAME, { code: 'H1', name: 'New' }).toPromise();

    const kept = await urql.query(HARBOUR, { code: 'H1' }, { requestPolicy: 'cache-only' }).toPromise();
    expect([first.data, kept.data]).toMatchObject([
      { harbour: { name: 'Harbour H1' } },
      { harbour: { name: 'New' } },
    ]);
  });
});

describe('graphql-request', () => {
  it.each(refusals)('shows the code of what is refused %s', async (_where, query, code, headers) => {
    const error: unknown = await new GraphQLClient(url, { headers })
      .request(query)
      .catch((refused: unknown) => refused);

    expect(error).toBeInstanceOf(ClientError);
    expect((error as ClientError).response.errors?.map(({ extensions }) => extensions['code'])).toContain(
      code,
    );
  });

  it('asks', async () => {
    expect(await new GraphQLClient(url).request(HARBOUR, { code: 'H1' })).toEqual({
      harbour: { code: 'H1', name: 'Harbour H1' },
    });
  });
});
