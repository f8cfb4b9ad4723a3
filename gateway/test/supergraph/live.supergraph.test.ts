import { once } from 'node:events';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient as sseClient } from 'graphql-sse';
import { createClient as wsClient } from 'graphql-ws';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { WebSocket } from 'ws';
import { ask, post, stationOfYidu, tokenOf } from './graph.ts';

const url = inject('gatewayUrl');
const streamUrl = url.replace('/graphql', '/graphql/stream');
const socketUrl = url.replace('http', 'ws');

let phaseId = '';
const tokens: Record<string, string> = {};

beforeAll(async () => {
  for (const name of ['admin', 'yidu-bureau', 'operator-1']) tokens[name] = await tokenOf(name);
  const input = { name: '实时演练阶段', startsOn: '2043-01-01', endsOn: '2043-12-31', source: '演练通知' };
  const { data } = await ask(
    'mutation ($input: OpenProgrammePhaseInput!) { openProgrammePhase(input: $input) { phase { id } } }',
    { input: { ...input, idempotencyKey: 'live-supergraph' } },
    'admin',
  );
  phaseId = data.openProgrammePhase.phase.id;
});

const CHANGED = /* GraphQL */ `
  subscription ($ids: [ID!]!, $after: String) {
    changed(ids: $ids, after: $after) {
      id
      position
      told: event {
        type
        sequence
      }
      node {
        id
        ... on ProgrammePhase {
          ...Standing
        }
      }
    }
  }
  fragment Standing on ProgrammePhase {
    now: status
    version
  }
`;

const turn = async (way: 'close' | 'reopen') => {
  const name = `${way}ProgrammePhase`;
  const input = { phaseId, ...(way === 'reopen' && { reason: '演练' }) };
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { phase { version } } }`;
  const answer = await ask(query, { input }, 'admin');
  return answer.data[name].phase.version as number;
};

const positionNow = async () => {
  const headers = { authorization: `Bearer ${tokens['admin']}`, 'x-qianshou-position': 'true' };
  const { text } = await post(url, { query: '{ __typename }' }, headers);
  return JSON.parse(text).extensions.position as string;
};

const sse = (name: string) =>
  sseClient({ url: streamUrl, retryAttempts: 0, headers: { authorization: `Bearer ${tokens[name]}` } });
const ws = (name: string) =>
  wsClient({
    url: socketUrl,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${tokens[name]}` },
  });

async function first<Each>(results: AsyncIterable<Each>): Promise<Each> {
  for await (const each of results) return each;
  throw new Error('it ended');
}

/** What was told of a version; the feed may still have been behind where the position was asked for. */
async function toldOf(results: AsyncIterable<any>, version: number): Promise<any> {
  for await (const each of results)
    if (each.errors !== undefined || each.data.changed.told.sequence === version) return each;
  throw new Error('it ended');
}

describe('a subscription', () => {
  it.each([
    ['a stream of events (graphql-sse)', sse],
    ['WebSocket (graphql-ws)', ws],
  ])(
    'over %s tells what became of an object since a position, with the object itself',
    async (_way, client) => {
      const after = await positionNow();
      const version = await turn('close');
      const asked = { query: CHANGED, variables: { ids: [phaseId], after } };
      const results = client('admin').iterate(asked);

      const { data, errors } = await toldOf(results, version);

      expect(errors).toBeUndefined();
      expect(data.changed).toMatchObject({
        id: phaseId,
        told: { type: 'qianshou.pairing.phase-closed.v1', sequence: version },
        node: { id: phaseId, now: 'CLOSED', version },
      });
      const again = await turn('reopen');
      const next = client('admin').iterate({
        ...asked,
        variables: { ...asked.variables, after: data.changed.position },
      });
      expect(await toldOf(next as AsyncIterable<any>, again)).toMatchObject({
        data: { changed: { node: { version: again } } },
      });
    },
  );

  it('keeps Apollo Client’s cache as it is now', async () => {
    const link = new GraphQLWsLink(ws('admin'));
    const cache = new InMemoryCache();
    const live = new ApolloClient({ link, cache });
    const plain = new ApolloClient({ link: new HttpLink({ uri: url }), cache });
    const query = gql('query ($id: ID!) { node(id: $id) { id ... on ProgrammePhase { status version } } }');
    await plain.query({ query, variables: { id: phaseId } });
    const asked = gql(
      'subscription ($ids: [ID!]!, $after: String) { changed(ids: $ids, after: $after) { node { id ... on ProgrammePhase { status version } } } }',
    );
    const after = await positionNow();
    const version = await turn('close');
    await new Promise<void>((told) => {
      live
        .subscribe<any>({ query: asked, variables: { ids: [phaseId], after } })
        .subscribe(({ data }) => data?.changed.node.version === version && told());
    });

    const kept = cache.readQuery<any>({ query, variables: { id: phaseId } });

    expect(kept.node).toMatchObject({ status: 'CLOSED', version });
    await turn('reopen');
    live.stop();
  });

  it('tells nobody what they may not see', async () => {
    const after = await positionNow();
    await turn('close');
    await turn('reopen');
    const events = 'subscription ($after: String) { events(after: $after) { subject regionCode } }';
    const input = {
      stationId: await stationOfYidu(),
      title: '演示活动',
      heldOn: '2026-11-20',
      participants: 12,
    };
    await ask(
      'mutation ($input: LogActivityInput!) { logActivity(input: $input) { station { id } } }',
      { input: { ...input, idempotencyKey: 'live-logged' } },
      'yidu-bureau',
    );

    const { data } = await first(
      sse('yidu-bureau').iterate({ query: events, variables: { after } }) as AsyncIterable<any>,
    );

    expect(data.events.regionCode.startsWith('420581')).toBe(true);
    const refused = await first(sse('operator-1').iterate({ query: events }) as AsyncIterable<any>);
    expect(refused.errors[0].extensions.code).toBe('FORBIDDEN');
  });

  const stream = (body: object, headers: Record<string, string> = {}) =>
    fetch(streamUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${tokens['admin']}`,
        ...headers,
      },
      body: JSON.stringify(body),
    });

  it.each([
    ['a query', { query: '{ __typename }' }, {}, 400, 'SUBSCRIPTION_EXPECTED'],
    [
      'a field that there is not',
      { query: 'subscription { nothing }' },
      {},
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['no token', { query: 'subscription { events { id } }' }, { authorization: '' }, 401, 'UNAUTHENTICATED'],
    [
      'an answer that is no stream',
      { query: 'subscription { events { id } }' },
      { accept: 'application/json' },
      406,
      'REQUEST_NOT_ACCEPTABLE',
    ],
    [
      'no object',
      { query: 'subscription { changed(ids: []) { id } }' },
      {},
      200,
      'SUBSCRIPTION_HAS_TOO_MANY_IDS',
    ],
    [
      'a position of nobody',
      { query: 'subscription { events(after: "x") { id } }' },
      {},
      200,
      'POSITION_UNREADABLE',
    ],
    [
      'a type that nobody is told',
      { query: 'subscription { events(types: ["x"]) { id } }' },
      {},
      200,
      'EVENT_TYPE_UNKNOWN',
    ],
  ])('is refused with its code: %s', async (_what, body, headers, status, code) => {
    const answer = await stream(body, headers);

    expect([answer.status, await answer.text()]).toEqual([
      status,
      expect.stringContaining(`"code":"${code}"`),
    ]);
  });

  it('over WebSocket is for allowed origins and good tokens alone', async () => {
    const refused = (options: object) =>
      new Promise((told) =>
        new WebSocket(socketUrl, 'graphql-transport-ws', options).once('error', ({ message }) =>
          told(message),
        ),
      );
    expect(await refused({ origin: 'https://evil.example' })).toContain('403');

    const socket = new WebSocket(socketUrl, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer x' } }));
    expect((await once(socket, 'close'))[0]).toBe(4403);
  });
});
