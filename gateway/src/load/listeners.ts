import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

interface Address {
  readonly host: string;
  readonly port: number;
  readonly reusePort?: boolean;
}

/**
 * Node takes one new connection from each listener in a round of its event loop. Under load a round is long, and who
 * is to be refused would wait among the others before anybody could say so.
 */
const LISTENERS = 32;

/** As Node's own HTTP server takes its connections. */
const AS_HTTP = { allowHalfOpen: true, noDelay: true };

export type Listen = (address: Address) => Promise<string>;

/** Listens on one port with many listeners, where the system shares a port among the listeners of one process. */
export function manyListeners(app: FastifyInstance): Listen {
  const more: Server[] = [];
  const closed: Promise<unknown>[] = [];
  app.addHook('preClose', (done) => {
    for (const listener of more) {
      closed.push(once(listener, 'close'));
      listener.close();
    }
    done();
  });
  // What they took is under way like everything else.
  app.addHook('onClose', async () => void (await Promise.all(closed)));

  const another = async (address: Address): Promise<void> => {
    const listener = createServer(AS_HTTP, (socket: Socket) => void app.server.emit('connection', socket));
    await opened(listener, address);
    more.push(listener);
  };
  return async (address) => {
    if (!(await sharesPorts(address.host))) return app.listen(address);
    await findFree(address);
    const shared = { ...address, reusePort: true };
    const url = await app.listen(shared);
    const { port } = app.server.address() as AddressInfo;
    await Promise.all(Array.from({ length: LISTENERS - 1 }, () => another({ ...shared, port })));
    return url;
  };
}

/** A port that is shared would be shared with another process of this user, too: it must be found free first. */
async function findFree(address: Address): Promise<void> {
  const listener = createServer();
  await opened(listener, address);
  await ended(listener);
}

async function sharesPorts(host: string): Promise<boolean> {
  const listener = createServer();
  try {
    await opened(listener, { host, port: 0, reusePort: true });
  } catch {
    return false;
  }
  await ended(listener);
  return true;
}

async function opened(listener: Server, address: Address): Promise<void> {
  const listening = once(listener, 'listening');
  listener.listen(address);
  await listening;
}

async function ended(listener: Server): Promise<void> {
  const closed = once(listener, 'close');
  listener.close();
  await closed;
}
