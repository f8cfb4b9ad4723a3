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
 * meanwhile counts: a request whose client has closed its connection ends here.
 */
export function dropDeparted(app: FastifyInstance, { awaitTurn, metrics }: DepartureOptions): void {
  app.addHook('preHandler', (request, reply, done) => {
    const { gone } = exchangeOf(request);
    awaitTurn(() => {
      if (!gone.aborted && reply.raw.socket?.destroyed !== true) return done();
      metrics.shed('CLIENT_GONE');
      reply.hijack();
    });
  });
}
