import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { addressKey } from '../load/caller-key.ts';
import type { IsProxy } from '../load/trusted-proxies.ts';
import type { GatewayMetrics } from '../metrics.ts';

export interface ConnectionLimits {
  readonly all: number;
  readonly perAddress: number;
  /** Proxies bring many clients over few connections. */
  readonly isProxy: IsProxy;
  readonly metrics: GatewayMetrics;
}

/** Bounds the connections in all and of one address, so that nobody opens all of them. */
export function boundConnections(
  server: Server,
  { all, perAddress, isProxy, metrics }: ConnectionLimits,
): void {
  const open = new Map<string, number>();
  let inAll = 0;
  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket;
    const address = addressKey(remoteAddress);
    const count = (open.get(address) ?? 0) + 1;
    if (inAll >= all || (count > perAddress && !isProxy(remoteAddress))) {
      socket.destroy();
      return;
    }
    inAll += 1;
    open.set(address, count);
    socket.once('close', () => {
      inAll -= 1;
      const rest = (open.get(address) ?? 1) - 1;
      if (rest > 0) open.set(address, rest);
      else open.delete(address);
    });
  });
  metrics.watch('connections', () => inAll);
}
