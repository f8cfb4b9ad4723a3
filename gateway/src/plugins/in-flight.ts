import type { FastifyInstance, FastifyRequest } from 'fastify';
import { overloaded } from '../errors.ts';
import type { FairLine, Leave, Newcomer } from '../load/fair-line.ts';
import type { Pressure } from '../load/pressure.ts';
import type { Rank } from '../load/rank.ts';
import type { GatewayMetrics, ShedReason } from '../metrics.ts';
import { callerKeyOf, exchangeOf } from './exchange.ts';
import { refuse, refuseAtOnce } from './refuse.ts';

export interface InFlightOptions {
  readonly line: FairLine;
  readonly pressure: Pressure;
  readonly metrics: GatewayMetrics;
}

/**
 * How long a request waits for a place: a reader asks again soon, a payment should not have to. Changes that compete
 * for one thing, as two hundred enrolments for the seats of a class, are made one after the other: they wait until all
 * are answered, and keep enough of a request's time to be made.
 */
const PATIENCE_MS: Readonly<Record<Rank, number>> = { 0: 250, 1: 6_000, 2: 7_000 };
/** How long a reader waits in a line that does not end: who waits longer is answered no sooner, only later. */
const STANDING_MS = 60;

/**
 * Turns strangers away at the door, before their bodies are read, while nothing more of theirs could be let in: a quick 503 is
 * better for everybody than a slow answer. Who signed in is heard out first, since it may be a change.
 */
export function guardDoor(app: FastifyInstance, options: InFlightOptions): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.headers.authorization !== undefined) return done();
    const reason = crowded(options, newcomerOf(request, 0, options));
    if (reason === null) return done();
    options.metrics.shed(reason);
    refuseAtOnce(reply.header('retry-after', '1'), overloaded());
  });
}

/**
 * Gives a request its place once its body is whole and found usable, until the last byte of its answer is made: half a
 * body takes none, and neither does a reader that does not read.
 */
export function holdPlaces(app: FastifyInstance, options: InFlightOptions): void {
  const held = new WeakMap<FastifyRequest, Leave>();
  app.addHook('preHandler', async (request, reply) => {
    const place = await placeFor(request, options);
    if (typeof place === 'function') {
      held.set(request, place);
      return;
    }
    options.metrics.shed(place);
    return place === 'CLIENT_GONE' ? reply.hijack() : refuse(reply.header('retry-after', '1'), overloaded());
  });
  // Runs when the answer is made, also for a client that has left meanwhile: its work is done only now.
  app.addHook('onSend', async (request) => {
    held.get(request)?.();
  });
}

function newcomerOf(request: FastifyRequest, rank: Rank, { line }: InFlightOptions): Newcomer {
  const caller = callerKeyOf(request);
  if (rank > 0 || !line.standing()) return { caller, rank, patience: PATIENCE_MS[rank] };
  // It has waited since it came: bodies, too, are read late when there is too much to do.
  const waited = Date.now() - exchangeOf(request).startedAt;
  return { caller, rank, patience: STANDING_MS - waited };
}

/**
 * Why this caller's request would not be let in now. A late event loop alone says nothing: something has to be under
 * way. It turns away reads only.
 */
function crowded({ line, pressure }: InFlightOptions, newcomer: Newcomer): ShedReason | null {
  if (line.turnsAway(newcomer)) return 'LINE_FULL';
  return newcomer.rank === 0 && pressure.pressed() && line.busy() ? 'EVENT_LOOP' : null;
}

async function placeFor(request: FastifyRequest, options: InFlightOptions): Promise<Leave | ShedReason> {
  const { work, gone } = exchangeOf(request);
  const rank = work?.rank ?? 0;
  const newcomer = newcomerOf(request, rank, options);
  const reason = crowded(options, newcomer);
  if (reason !== null) return reason;
  const place = await options.line.enter({ ...newcomer, gone });
  if (gone.aborted) {
    place?.();
    return 'CLIENT_GONE';
  }
  return place ?? 'NO_PLACE_IN_TIME';
}
