import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient as sseClient } from 'graphql-sse';
import { createClient as wsClient } from 'graphql-ws';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { WebSocket } from 'ws';
import { CHROMIUM, openBrowser } from '../fixture/browser.ts';
import { ask, post, tokenOf } from './graph.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/frontends/stations.html'), 'utf8');
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

      const { data, errors } = await first(results as AsyncIterable<any>);

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
      expect(await first(next as AsyncIterable<any>)).toMatchObject({
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
      live.subscribe({ query: asked, variables: { ids: [phaseId], after } }).subscribe(() => told());
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

async function stationOfYidu(): Promise<string> {
  const { data } = await ask('{ region(code: "420581") { stations(first: 1) { nodes { id } } } }');
  return data.region.stations.nodes[0].id as string;
}

describe.skipIf(CHROMIUM === undefined)('a stranger’s page from another origin', () => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    browser = await openBrowser('zh-CN');
    server = createServer((_request, reply) => reply.setHeader('content-type', 'text/html').end(PAGE));
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('has sixty lines, turns the pages of a county, and shows what happens while it happens', async () => {
    expect(PAGE.trim().split('\n').length).toBeLessThanOrEqual(60);
    const page = await browser.newPage();
    const { port } = server.address() as AddressInfo;
    const query = new URLSearchParams({ graph: url, county: '420581' });
    await page.goto(`http://127.0.0.1:${port}/?${query.toString()}#${tokens['yidu-bureau']}`);
    await page.locator('#stations li:nth-child(5)').wait();
    const acked = page.evaluate(() => new Promise((told) => setTimeout(told, 500)));
    await page.locator('#more').click();
    await page.locator('#stations li:nth-child(10)').wait();
    await acked;
    const [row = ''] = await page.$$eval('#stations li', (items) =>
      items.map(({ textContent }) => textContent),
    );
    const before = Number(/\d+$/.exec(row)?.[0]);

    const input = {
      stationId: await stationOfYidu(),
      title: '演示活动',
      heldOn: '2026-11-21',
      participants: 9,
    };
    await ask(
      'mutation ($input: LogActivityInput!) { logActivity(input: $input) { station { id } } }',
      { input: { ...input, idempotencyKey: 'live-page' } },
      'yidu-bureau',
    );

    await page
      .locator(`::-p-text(${row.replace(/\d+$/, String(before + 1))})`)
      .setTimeout(10_000)
      .wait();
    expect(await page.$eval('#said', ({ textContent }) => textContent)).toBe('');
  });
});
