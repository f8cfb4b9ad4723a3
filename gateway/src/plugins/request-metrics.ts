import type { FastifyInstance } from 'fastify';
import type { AnsweredRequest, GatewayMetrics } from '../metrics.ts';
import type { RequestWork } from '../limits/request-work.ts';
import { exchangeOf } from './exchange.ts';

export function measureRequests(app: FastifyInstance, metrics: GatewayMetrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { startedAt, work, codes } = exchangeOf(request);
    metrics.requestAnswered({
      kind: kindOf(work),
      status: reply.statusCode,
      seconds: (Date.now() - startedAt) / 1_000,
      codes,
    });
    if (work !== null) metrics.measured(work.cost.cost);
    done();
  });
}

function kindOf(work: RequestWork | null): AnsweredRequest['kind'] {
  if (work === null) return 'refused';
  return work.mutation ? 'mutation' : 'query';
}
