import type { Actor } from '@qianshou/kernel';
import type { FastifyReply } from 'fastify';
import type { Logger } from '../logging/logger.ts';
import { currentWork } from '../work/current-work.ts';
import { GivenUp } from '../work/given-up.ts';
import { lanesOf } from '../work/lanes.ts';
import { beginWork, untilGivenUp, type Work } from '../work/work.ts';

/** As many as the database has connections; of them one caller, and all who bring no token together, at most half. */
const AT_ONCE = { inAll: 48, perCaller: 24 };

/** The work of a request: given up at its deadline, or when the gateway closes the connection before the answer. */
export function workUntil(deadline: number, { raw }: FastifyReply): Work {
  const work = beginWork(deadline);
  raw.once('close', () => {
    work.end();
    if (!raw.writableFinished) work.giveUp();
  });
  return work;
}

type Answer = () => Promise<unknown>;

/** Answers requests a bounded number at a time, and says of a late one that it is late, without waiting for its rest. */
export function boundedRequests(logger: Logger) {
  const lanes = lanesOf(AT_ONCE);
  return async (actor: Actor, reply: FastifyReply, answer: Answer): Promise<unknown> => {
    const work = currentWork();
    if (work === undefined) throw new Error('a request reached GraphQL without a deadline');
    try {
      return await lanes.enter(actor.subject ?? '', work.signal, () => untilGivenUp(work, answer));
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
      logger.warn('a request was given up: its time was over, or who asked has gone');
      return reply.code(504).send({
        errors: [
          {
            message: 'The time for this request is over.',
            extensions: { code: 'SUBGRAPH_TIMEOUT', kind: 'UNAVAILABLE' },
          },
        ],
      });
    }
  };
}
