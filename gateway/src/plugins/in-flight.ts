import type { FastifyInstance } from 'fastify';
import { overloaded } from '../errors.ts';
import { refuse } from './refuse.ts';

/** Turns requests away while it serves as many as it can: a quick 503 is better for everybody than a slow answer. */
export function capInFlight(app: FastifyInstance, limit: number): void {
  let inFlight = 0;
  app.addHook('onRequest', (_request, reply, done) => {
    if (inFlight >= limit) return void refuse(reply.header('retry-after', '1'), overloaded());
    inFlight += 1;
    // `close` comes once whatever happens: answered, failed, or left by the client.
    reply.raw.once('close', () => {
      inFlight -= 1;
    });
    done();
  });
}
