import type { FastifyInstance } from 'fastify';
import type { GatewayConfig } from '../config.ts';
import type { GatewayMetrics } from '../metrics.ts';
import { boundConnections } from '../plugins/connections.ts';
import type { InFlightOptions } from '../plugins/in-flight.ts';
import { PIECE, writeInPieces, type LargeAnswerOptions } from '../plugins/large-answers.ts';
import { dropUnread } from '../plugins/unread-answers.ts';
import { fairLine } from './fair-line.ts';
import { watchPressure } from './pressure.ts';
import { trustedProxies } from './trusted-proxies.ts';
import { turns } from './turns.ts';

/** Changes that may wait for a place. */
const MOST_CHANGES = 512;

/** Reads in the line before the places: as many as the places serve within a reader's patience. Changes may be more. */
export function placesOf(
  app: FastifyInstance,
  config: GatewayConfig,
  metrics: GatewayMetrics,
): InFlightOptions {
  const places = config.IN_FLIGHT_LIMIT;
  const line = fairLine({ places, longest: [8 * places, MOST_CHANGES, MOST_CHANGES] });
  const pressure = watchPressure(config.EVENT_LOOP_DELAY_LIMIT_MS);
  app.addHook('onClose', async () => pressure.stop());
  metrics.watch('in_flight', line.inside);
  metrics.watch('waiting', line.waiting);
  metrics.watch('event_loop_delay_seconds', pressure.delay);
  return { line, pressure, metrics };
}

export interface ClientOptions extends Pick<LargeAnswerOptions, 'keptBytes'> {
  readonly metrics: GatewayMetrics;
}

/** A turn of the event loop that is shared by all large answers under way. */
const WRITING_MS = 5;

/** What clients can hold without asking for anything: connections, and answers that they do not read. */
export function boundClients(
  app: FastifyInstance,
  config: GatewayConfig,
  { metrics, keptBytes }: ClientOptions,
): void {
  boundConnections(app.server, {
    all: config.CONNECTION_LIMIT,
    perAddress: config.CONNECTIONS_PER_ADDRESS,
    isProxy: trustedProxies(config.TRUSTED_PROXIES),
    metrics,
  });
  dropUnread(app, {
    deadlineMs: config.WRITE_TIMEOUT_MS,
    mostBytes: config.UNREAD_LIMIT,
    heldBy: (payload) =>
      typeof payload === 'string' && payload.length > PIECE && !keptBytes(payload) ? payload.length : 0,
    metrics,
  });
  writeInPieces(app, { awaitTurn: turns({ spanMs: WRITING_MS }), keptBytes });
}
