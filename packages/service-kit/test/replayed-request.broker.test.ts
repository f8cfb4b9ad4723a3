import { randomBytes } from 'node:crypto';
import { PUBLIC_ACTOR } from '@qianshou/kernel';
import { type SubgraphServerOptions, subgraphServer } from '@qianshou/service-kit/graphql';
import {
  encodeIdentity,
  parseKeyRing,
  signIdentity,
  verifyGatewayRequest,
} from '@qianshou/service-kit/identity';
import { auditReader } from '@qianshou/service-kit/audit';
import { createLogger } from '@qianshou/service-kit/logging';
import { prepareSharedNonces, sharedNonces } from '@qianshou/service-kit/mongo';
import { type FreshDatabase, freshDatabase } from '@qianshou/testing/fresh-database';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Replica = Awaited<ReturnType<typeof subgraphServer>>;

const secret = randomBytes(32).toString('base64');
const keyRing = parseKeyRing({ keys: [{ id: 'k1', secret }] }, 'test');
const identity = encodeIdentity({ actor: PUBLIC_ACTOR, language: 'en' });
const applied: string[] = [];

/** One read and one command that says where it was carried out. */
const schemaOf = (replica: string): GraphQLSchema => {
  const field = (resolve: () => string) => ({ type: GraphQLString, resolve });
  const types = {
    query: new GraphQLObjectType({ name: 'Query', fields: { name: field(() => replica) } }),
    mutation: new GraphQLObjectType({
      name: 'Mutation',
      fields: { pay: field(() => (applied.push(replica), replica)) },
    }),
  };
  return new GraphQLSchema(types);
};

let database: FreshDatabase;
let one: Replica;
let other: Replica;

beforeAll(async () => {
  database = await freshDatabase('replayed_request');
  await prepareSharedNonces(database.connection);
  one = await subgraphServer(optionsOf('one'));
  other = await subgraphServer(optionsOf('other'));
});

afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});

function optionsOf(replica: string, shareNonce = sharedNonces(database.connection)): SubgraphServerOptions {
  return {
    schema: schemaOf(replica),
    logger: createLogger({ service: 'station', level: 'silent' }),
    introspection: false,
    verify: verifyGatewayRequest({ audience: 'station', keyRing }),
    shareNonce,
    contextOf: ({ actor, language }) => ({
      actor,
      language,
      audit: auditReader(database.connection, 'station')(),
      useCases: {},
      loaders: {},
      signal: new AbortController().signal,
    }),
  };
}

function signed(query: string) {
  const body = JSON.stringify({ query });
  const envelope = { deadline: Date.now() + 5_000, correlationId: 'test', traceparent: null };
  const request = { method: 'POST', path: '/graphql', body, identity, envelope };
  const headers = {
    'content-type': 'application/json',
    'x-qianshou-identity': identity.header,
    'x-qianshou-signature': signIdentity({ audience: 'station', keyRing })(request),
    'x-qianshou-deadline': String(envelope.deadline),
    'x-correlation-id': envelope.correlationId,
  };
  return { method: 'POST' as const, url: '/graphql', headers, payload: body };
}

describe('a signed request', () => {
  it.each(['{ name }', 'mutation { pay }'])(
    'is answered by one replica, and by no other when it is sent again: %s',
    async (query) => {
      applied.length = 0;
      const request = signed(query);

      const first = await one.inject(request);
      const again = await other.inject(request);

      expect([first.statusCode, again.statusCode]).toEqual([200, 401]);
      expect(JSON.parse(again.body)).toEqual({
        errors: [{ message: 'Unauthorized', extensions: { code: 'UNAUTHENTICATED' } }],
      });
      expect(applied).not.toContain('other');
    },
  );

  it('is answered by one of two replicas that get it at once', async () => {
    applied.length = 0;
    const request = signed('mutation { pay }');

    const answers = await Promise.all([one.inject(request), other.inject(request)]);

    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 401]);
    expect(applied).toHaveLength(1);
  });

  it('is answered by nobody while the database does not say whether it is new', async () => {
    applied.length = 0;
    const blind = await subgraphServer(optionsOf('blind', () => Promise.reject(new Error('away'))));

    const answers = await Promise.all(
      ['{ name }', 'mutation { pay }'].map((query) => blind.inject(signed(query))),
    );
    await blind.close();

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503]);
    expect(applied).toEqual([]);
  });
});

describe('many signed requests at once', () => {
  it('are all new', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => one.inject(signed('{ name }'))));

    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  });
});
