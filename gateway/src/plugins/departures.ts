import type { FastifyInstance } from 'fastify';
import type { AwaitTurn } from '../load/turns.ts';
import type { GatewayMetrics } from '../metrics.ts';
import { exchangeOf } from './exchange.ts';

export interface DepartureOptions {
  readonly awaitTurn: AwaitTurn;
  readonly metrics: GatewayMetrics;
}

/**
 * Lets a request wait for its turn of the event loop before anything is done for it, so that what the loop has heard of
 * meanwhile counts: a request whose client has closed its connection ends here. Also one that was closed before its
 * request was read: that follows the request on the connection, and is heard a round of the event loop later.
 */
export function dropDeparted(app: FastifyInstance, { awaitTurn, metrics }: DepartureOptions): void {
  app.addHook('preHandler', (request, reply, done) => {
    const { gone } = exchangeOf(request);
    const begin = (): void => {
      if (!gone.aborted && reply.raw.socket?.writable !== false) return done();
      metrics.shed('CLIENT_GONE');
      reply.hijack();
    };
    setImmediate(() => awaitTurn(begin));
  });
}
