import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startGatewayUnderTest, type GatewayUnderTest } from './fixture/gateway-under-test.ts';

let gateway: GatewayUnderTest;
const PATIENT = 10_000;

afterEach(() => gateway.stop());

function send(query: string): Socket {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  socket.on('error', () => {});
  const body = JSON.stringify({ query });
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: gateway\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  return socket;
}

async function metric(name: string, label = ''): Promise<number> {
  const text = await (await fetch(`${gateway.healthUrl}/metrics`)).text();
  const line = text.split('\n').find((found) => found.startsWith(name) && found.includes(label));
  return Number(line?.split(' ').at(-1) ?? 0);
}

const RENAME = 'mutation { renameHarbour(code: "H1", name: "N") { name } }';

describe('a client that left', () => {
  it('is not asked for: what waited for a place never reaches a subgraph', async () => {
    gateway = await startGatewayUnderTest({ names: ['harbours'], config: { IN_FLIGHT_LIMIT: 1 } });
    const { harbours } = gateway.subgraphs;
    harbours.behave('HANGS');
    const inside = gateway.ask('{ echo }');
    await vi.waitFor(() => expect(harbours.calls).toHaveLength(1), PATIENT);
    const left = [1, 2, 3].map(() => send(RENAME));
    await vi.waitFor(async () => expect(await metric('gateway_waiting')).toBe(3), PATIENT);

    for (const socket of left) socket.destroy();
    await vi.waitFor(async () => expect(await metric('gateway_waiting')).toBe(0), PATIENT);
    harbours.behave('ANSWERS');
    await inside;
    await gateway.ask('{ echo(text: "x") }');

    expect(harbours.calls).toHaveLength(2);
    expect(await metric('gateway_shed_total{reason="CLIENT_GONE"')).toBe(3);
  });

  it('gives its place back, and its calls to subgraphs are broken off but for a few', async () => {
    gateway = await startGatewayUnderTest({
      names: ['harbours'],
      environment: { TRUSTED_PROXIES: '127.0.0.1' },
      config: { IN_FLIGHT_LIMIT: 16, SUBGRAPH_TIMEOUT_MS: 60_000, REQUEST_TIMEOUT_MS: 60_000 },
    });
    const { harbours } = gateway.subgraphs;
    harbours.behave('HANGS');
    const left = Array.from({ length: 9 }, (_, at) => send(`{ e${at}: echo }`));
    await vi.waitFor(() => expect(harbours.calls).toHaveLength(9), PATIENT);

    for (const socket of left) socket.destroy();

    await vi.waitFor(async () => expect(await metric('gateway_in_flight')).toBe(3), PATIENT);
    harbours.behave('ANSWERS');
    expect((await gateway.ask('{ echo(text: "x") }')).data).toEqual({ echo: 'x' });
  });

  it('before its request was read is found out at once, and nothing is done for it', async () => {
    gateway = await startGatewayUnderTest({ names: ['harbours'] });
    const { harbours } = gateway.subgraphs;

    const left = Array.from({ length: 20 }, () => send('{ echo(text: "x") }'));
    for (const socket of left) socket.once('connect', () => socket.destroy());

    await vi.waitFor(
      async () => expect(await metric('gateway_shed_total{reason="CLIENT_GONE"')).toBe(20),
      PATIENT,
    );
    expect(harbours.calls).toHaveLength(0);
  });

  it('whose change was sent already does not undo it', async () => {
    gateway = await startGatewayUnderTest({ names: ['harbours'] });
    const { harbours } = gateway.subgraphs;
    harbours.behave('SLOW');
    const socket = send(RENAME);
    await vi.waitFor(() => expect(harbours.calls).toHaveLength(1), PATIENT);

    socket.destroy();

    await vi.waitFor(
      async () => expect(await metric('gateway_subgraph_seconds_count', 'outcome="ANSWERED"')).toBe(1),
      PATIENT,
    );
  });
});
