import type { Logger } from '@qianshou/service-kit/logging';
import type { FastifyInstance } from 'fastify';
import { exchangeOf } from './exchange.ts';

const LONGEST_NAME = 80;

/** One line for each request: which operation, how long, how much it asked for, what it was refused. No variables. */
export function logRequests(app: FastifyInstance, logger: Logger): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { correlationId, startedAt, shape, codes } = exchangeOf(request);
    logger.info(
      {
        correlationId,
        operation: shape?.operationName?.slice(0, LONGEST_NAME) ?? null,
        complexity: shape?.selections ?? null,
        status: reply.statusCode,
        durationMs: Date.now() - startedAt,
        ...(codes.length > 0 ? { codes: [...new Set(codes)] } : {}),
      },
      'request',
    );
    done();
  });
}
