import type { Logger } from '@qianshou/service-kit/logging';
import type { FastifyInstance } from 'fastify';
import { overloaded } from '../errors.ts';
import { type Exchange, exchangeOf } from './exchange.ts';

const LONGEST_NAME = 80;
const TURNED_AWAY = overloaded().definition.code;
const APART_MS = 1_000;

/**
 * One line for each request: which operation, how long, how much it asked for, what it was refused. No variables. One
 * in a second for those that were turned away because there was too much to do: a line costs as much as the refusal.
 */
export function logRequests(app: FastifyInstance, logger: Logger): void {
  const unsaid = thinned();
  app.addHook('onResponse', (request, reply, done) => {
    const exchange = exchangeOf(request);
    const before = exchange.codes.includes(TURNED_AWAY) ? unsaid() : 0;
    if (before !== null) logger.info(lineOf(exchange, reply.statusCode, before), 'request');
    done();
  });
}

function lineOf({ correlationId, startedAt, shape, codes }: Exchange, status: number, before: number) {
  return {
    correlationId,
    operation: shape?.operationName?.slice(0, LONGEST_NAME) ?? null,
    complexity: shape?.selections ?? null,
    status,
    durationMs: Date.now() - startedAt,
    ...(codes.length > 0 ? { codes: [...new Set(codes)] } : {}),
    ...(before > 0 ? { turnedAwayBefore: before } : {}),
  };
}

/** How many were left unsaid since one was said; `null` when this one is left unsaid, too. */
function thinned(): () => number | null {
  let said = 0;
  let count = 0;
  return () => {
    if (Date.now() - said < APART_MS) {
      count += 1;
      return null;
    }
    const unsaid = count;
    said = Date.now();
    count = 0;
    return unsaid;
  };
}
