import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { rateLimited } from '../errors.ts';
import { addressKey } from '../load/caller-key.ts';
import type { Balance, Spend, Verdict } from '../load/rates.ts';
import type { GatewayMetrics } from '../metrics.ts';
import { callerKeyOf, exchangeOf } from './exchange.ts';
import { refuse } from './refuse.ts';

/** What reading and refusing a document costs, in the budget's points. */
const REFUSED = 10;
/** What a page of a thousand events costs, and the beginning of a stream. */
const READING = 1_000;

/** Takes each request out of its caller's and its address's budgets, and says how they stand. */
export function rationRequests(app: FastifyInstance, spend: Spend, metrics: GatewayMetrics): void {
  app.addHook('preHandler', async (request, reply) => {
    const { work } = exchangeOf(request);
    if (work === null) return;
    const { charge, mutation, rootNames, bytes } = work;
    const verdict = await spend({ ...payerOf(request), cost: charge, mutation, rootNames, bytes });
    return told(reply, verdict, metrics);
  });
}

/** As above, of what is read beside the graph: each time costs the same. */
export function rationReadings(app: FastifyInstance, spend: Spend, metrics: GatewayMetrics): void {
  app.addHook('preHandler', async (request, reply) =>
    told(reply, await spend({ ...payerOf(request), ...ALIKE, cost: READING }), metrics),
  );
}

const ALIKE = { mutation: false, rootNames: [], bytes: 0 } as const;

function told(
  reply: FastifyReply,
  { allowed, tightest }: Verdict,
  metrics: GatewayMetrics,
): FastifyReply | undefined {
  tell(reply, tightest);
  if (allowed) return;
  metrics.rateLimited(tightest.budget);
  const retryAfter = Math.max(1, tightest.reset);
  return refuse(
    reply.header('retry-after', String(retryAfter)),
    rateLimited({ budget: tightest.budget, retryAfter }),
  );
}

/** Charges what was refused for its text or its cost: finding that out is work, too. */
export function chargeRefusals(app: FastifyInstance, spend: Spend): void {
  app.addHook('onResponse', async (request, reply) => {
    const { statusCode } = reply;
    if (statusCode !== 400) return;
    await spend({ ...payerOf(request), ...ALIKE, cost: REFUSED });
  });
}

function payerOf(request: FastifyRequest): { readonly caller: string; readonly address: string } {
  return { caller: callerKeyOf(request), address: addressKey(request.ip) };
}

function tell(reply: FastifyReply, { limit, remaining, reset }: Balance): void {
  void reply.headers({
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(reset),
  });
}
