import type { FastifyInstance } from 'fastify';

/** Seconds for which a browser asks over TLS only. */
const A_YEAR = 31_536_000;

/** Every answer: of its declared type, kept by nobody but who asked, and over TLS where it is served for others. */
export function markAnswers(app: FastifyInstance, { production }: { readonly production: boolean }): void {
  const headers = {
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(production ? { 'strict-transport-security': `max-age=${A_YEAR}; includeSubDomains` } : {}),
  };
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
