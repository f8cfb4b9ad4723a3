import type { Logger } from '@qianshou/service-kit/logging';
import type { FastifyInstance } from 'fastify';
import { warmPlans, type WarmPlansOptions } from '../trusted/warm-plans.ts';

export interface PlanAheadOptions extends Omit<WarmPlansOptions, 'ended'> {
  readonly logger: Logger;
}

/** Plans the documents that applications registered, in the background, once requests are taken. */
export function planAhead(app: FastifyInstance, { logger, ...options }: PlanAheadOptions): void {
  const closing = new AbortController();
  app.addHook('onListen', (done) => {
    done();
    const startedAt = performance.now();
    warmPlans({ ...options, ended: closing.signal })
      .then(({ planned, refused }) => {
        const milliseconds = Math.round(performance.now() - startedAt);
        logger.info({ planned, milliseconds }, 'registered documents are planned');
        if (refused.length > 0) logger.warn({ refused }, 'the graph refuses registered documents');
      })
      .catch((error: unknown) => logger.warn({ err: error }, 'registered documents were not planned ahead'));
  });
  app.addHook('preClose', (done) => {
    closing.abort();
    done();
  });
}
