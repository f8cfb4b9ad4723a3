import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Refusal } from '../errors.ts';
import { type AtLeast, type Freshness, freshness, needsOf, readAtLeast } from '../freshness.ts';
import type { Hub, PositionOutcome } from '../hub.ts';
import { atLeastUnreadable } from '../transport-errors.ts';
import type { GraphQLBody } from './graphql-body.ts';
import { exchangeOf } from './exchange.ts';
import { refuse } from './refuse.ts';

const AT_LEAST = 'x-qianshou-at-least';
const POSITION = 'x-qianshou-position';

/**
 * Reads what an answer must not be older than, and notes where the feed stands before anything is asked: so whatever
 * the answer does not hold yet is told behind that position.
 */
export function takePositions(app: FastifyInstance, hub: Hub | null): void {
  app.addHook('preHandler', async (request, reply) => {
    const header = [request.headers[AT_LEAST]].flat()[0];
    const asked = header === undefined ? null : readAtLeast(header);
    if (header !== undefined && asked === null) return refuse(reply, atLeastUnreadable());
    const refusal = await place(request, asked, hub);
    return refusal === null ? undefined : refuse(reply, refusal);
  });
}

async function place(
  request: FastifyRequest,
  asked: AtLeast | null,
  hub: Hub | null,
): Promise<Refusal | null> {
  const exchange = exchangeOf(request);
  const isWished = request.headers[POSITION] !== undefined || wishesIn(request.body as GraphQLBody);
  exchange.freshness = freshness(isWished || asked !== null);
  if (!exchange.freshness.wantsPosition || hub === null) return null;
  const ask = (of: string | null) => hub.position(of, exchange.correlationId);
  const [now, ...before] = await Promise.all([ask(null), ...(asked?.positions ?? []).map(ask)]);
  if (before.includes('UNREADABLE')) return atLeastUnreadable();
  note(exchange.freshness, asked, [now, ...before]);
  return null;
}

function note(fresh: Freshness, asked: AtLeast | null, told: readonly PositionOutcome[]): void {
  const known = told.map((each) => (typeof each === 'object' ? each : null));
  if (known.includes(null)) fresh.behind.add('partners');
  fresh.position = known[0]?.position ?? null;
  // What the feed has told by now: figures that are not so far would be missing in the answer and behind it.
  fresh.needs = needsOf(
    asked,
    known.flatMap((each) => each?.logs ?? []),
  );
}

function wishesIn({ extensions }: GraphQLBody): boolean {
  return extensions?.['position'] === true;
}
