import type { FastifyInstance } from 'fastify';

const SWEEP = 50;

/**
 * Lets `close()` end as soon as the last answer is out. Node closes idle connections once, when closing begins; one
 * that answers after that would stay open until its keep-alive is over, which is longer than a supervisor waits.
 */
export function drainConnections(app: FastifyInstance): void {
  let sweeping: NodeJS.Timeout | undefined;
  app.addHook('preClose', (done) => {
    sweeping = setInterval(() => app.server.closeIdleConnections(), SWEEP);
    done();
  });
  app.addHook('onClose', (_app, done) => {
    clearInterval(sweeping);
    done();
  });
}
