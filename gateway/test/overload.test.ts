import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { codesOf, startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';
import type { GatewayConfig } from '../src/config.ts';

let gateway: GatewayUnderTest;
const sockets: Socket[] = [];
/** What is awaited comes at once where nothing else runs. */
const PATIENT = 10_000;

async function start(config: Partial<GatewayConfig>, environment: Record<string, string> = {}) {
  gateway = await startGatewayUnderTest({
    names: ['harbours'],
    config,
    environment: { TRUSTED_PROXIES: '127.0.0.1', ...environment },
  });
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await gateway.stop();
});

const from = (address: string) => ({ 'x-forwarded-for': address });

function open(text: string): Socket {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  socket.on('error', () => {});
  sockets.push(socket);
  socket.write(text);
  return socket;
}

const post = (body: string, length = body.length): string =>
  `POST /graphql HTTP/1.1\r\nhost: gateway\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`;

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${gateway.healthUrl}/metrics`)).text();
  const line = text.split('\n').find((found) => found.startsWith(name));
  return Number(line?.split(' ').at(-1));
}

describe('half a body', () => {
  it('takes no place, however many there are', async () => {
    await start({ IN_FLIGHT_LIMIT: 4 });
    for (let at = 0; at < 64; at += 1) open(post('{"query"', 1_000));
    await vi.waitFor(
      async () => expect(await metric('gateway_connections')).toBeGreaterThanOrEqual(64),
      PATIENT,
    );

    const answers = await Promise.all([1, 2, 3].map(() => gateway.ask('{ echo(text: "x") }')));

    expect(answers.map(({ data }) => data)).toEqual([1, 2, 3].map(() => ({ echo: 'x' })));
    expect(await metric('gateway_in_flight')).toBe(0);
  });
});

describe('a reader that does not read', () => {
  it('takes no place once its answer is made, and is left after a while', async () => {
    await start({ IN_FLIGHT_LIMIT: 2, WRITE_TIMEOUT_MS: 700 });
    gateway.subgraphs.harbours.behave('LARGE');
    const readers = [1, 2, 3].map(() => open(post(JSON.stringify({ query: '{ echo }' })).repeat(3)));
    for (const reader of readers) reader.pause();
    await vi.waitFor(async () => expect(await metric('gateway_unsent_bytes')).toBeGreaterThan(0), PATIENT);
    gateway.subgraphs.harbours.behave('ANSWERS');

    await vi.waitFor(async () => {
      const other = await gateway.ask({ query: '{ echo }', headers: from('203.0.113.9') });
      expect(other.status).toBe(200);
    }, PATIENT);
    await vi.waitFor(
      async () => expect(await metric('gateway_shed_total{reason="SLOW_READER"')).toBeGreaterThan(0),
      PATIENT,
    );
  }, 40_000);
});

describe('one caller with more than its share', () => {
  it('leaves places to others', async () => {
    await start({ IN_FLIGHT_LIMIT: 4 });
    gateway.subgraphs.harbours.behave('HANGS');
    const greedy = Array.from({ length: 12 }, () =>
      gateway.ask({ query: '{ echo }', headers: from('203.0.113.1') }),
    );
    await vi.waitFor(async () => expect(await metric('gateway_in_flight')).toBe(3), PATIENT);
    gateway.subgraphs.harbours.behave('ANSWERS');

    const other = await gateway.ask({ query: '{ echo(text: "x") }', headers: from('203.0.113.2') });

    expect(other.data).toEqual({ echo: 'x' });
    await Promise.all(greedy);
  });
});

describe('one caller that fills the line', () => {
  it('is turned away itself, and nobody else', async () => {
    await start({ IN_FLIGHT_LIMIT: 4 });
    const { harbours } = gateway.subgraphs;
    harbours.behave('HANGS');
    const greedy = Array.from({ length: 80 }, () =>
      gateway.ask({ query: '{ echo }', headers: from('203.0.113.1') }),
    );
    await vi.waitFor(
      async () => expect(await metric('gateway_shed_total{reason="LINE_FULL"')).toBeGreaterThan(0),
      PATIENT,
    );
    harbours.behave('ANSWERS');

    const others = await Promise.all(
      [2, 3, 4].map((at) => gateway.ask({ query: '{ echo(text: "x") }', headers: from(`203.0.113.${at}`) })),
    );

    expect(others.map(({ status }) => status)).toEqual([200, 200, 200]);
    const refused = (await Promise.all(greedy)).filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(40);
  });
});

describe('a change while reads are turned away', () => {
  it('waits longer for its place than a read', async () => {
    await start({ IN_FLIGHT_LIMIT: 1 });
    const { harbours } = gateway.subgraphs;
    harbours.behave('HANGS');
    const hanging = gateway.ask('{ echo }');
    await vi.waitFor(() => expect(harbours.calls).toHaveLength(1), PATIENT);
    harbours.behave('ANSWERS');

    const [read, change] = await Promise.all([
      gateway.ask({ query: '{ echo }' }),
      gateway.ask({ query: 'mutation { renameHarbour(code: "H1", name: "N") { name } }' }),
    ]);

    expect([read.status, codesOf(read)]).toEqual([503, ['GATEWAY_OVERLOADED']]);
    expect(change.data).toEqual({ renameHarbour: { name: 'N' } });
    await hanging;
  });
});

describe('connections of a proxy in a network that is trusted', () => {
  it('are not bounded as those of one address', async () => {
    await start({ CONNECTIONS_PER_ADDRESS: 3 }, { TRUSTED_PROXIES: '10.0.0.0/8,127.0.0.0/8,fd00::/8' });
    for (let at = 0; at < 12; at += 1) open('');

    await vi.waitFor(
      async () => expect(await metric('gateway_connections')).toBeGreaterThanOrEqual(12),
      PATIENT,
    );
    const answers = await Promise.all(
      ['203.0.113.1', '2001:db8::1'].map((address) =>
        gateway.ask({ query: '{ echo(text: "x") }', headers: from(address) }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('connections of one address', () => {
  it('are bounded', async () => {
    await start({ CONNECTIONS_PER_ADDRESS: 5 }, { TRUSTED_PROXIES: '' });
    const closed: Socket[] = [];
    for (let at = 0; at < 12; at += 1) {
      const socket = open('');
      socket.on('close', () => closed.push(socket));
    }

    await vi.waitFor(() => expect(closed.length).toBeGreaterThanOrEqual(7), PATIENT);
  });
});
