import { connect, type AddressInfo, type Socket } from 'node:net';
import { fastify, type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { manyListeners } from './listeners.ts';

const HOST = '127.0.0.1';
const apps: FastifyInstance[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

function server(): FastifyInstance {
  const app = fastify({ forceCloseConnections: 'idle' });
  app.get('/', () => 'here');
  apps.push(app);
  return app;
}

const portOf = (app: FastifyInstance): number => (app.server.address() as AddressInfo).port;
const round = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('a port with many listeners', () => {
  it('takes more than one new connection in a round of the event loop', async () => {
    const app = server();
    await manyListeners(app)({ host: HOST, port: 0 });
    const taken: Socket[] = [];
    app.server.on('connection', (socket: Socket) => taken.push(socket));

    for (let at = 0; at < 64; at += 1) sockets.push(connect(portOf(app), HOST));
    const rounds: number[] = [];
    while (taken.length < 64) {
      const before = taken.length;
      await round();
      rounds.push(taken.length - before);
    }

    expect(Math.max(...rounds)).toBeGreaterThan(1);
  });

  it('answers on each of its connections, and not at all once it is closed', async () => {
    const app = server();
    const url = await manyListeners(app)({ host: HOST, port: 0 });

    const answers = await Promise.all(
      Array.from({ length: 64 }, async () => (await fetch(url, { headers: { connection: 'close' } })).text()),
    );
    await app.close();

    expect(new Set(answers)).toEqual(new Set(['here']));
    await expect(fetch(url)).rejects.toThrow();
  });

  it('is not shared with another process that asks for the same one', async () => {
    const [one, other] = [server(), server()];
    await manyListeners(one)({ host: HOST, port: 0 });

    await expect(manyListeners(other)({ host: HOST, port: portOf(one) })).rejects.toThrow('EADDRINUSE');
  });
});
