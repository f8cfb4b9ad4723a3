import { randomUUIDv7 } from 'node:crypto';
import { byThePlatform } from '@qianshou/service-kit/audit';
import { pauseUnlessAborted, startLeadership, turnWhileLeading } from '@qianshou/service-kit/lease';
import { createPulse } from '@qianshou/service-kit/loops';
import type { Connection } from '@qianshou/service-kit/mongo';
import { inScope } from '@qianshou/service-kit/scope';
import type { Companion, CompanionParts } from '@qianshou/service-kit/service';
import type { UseCases } from '../application/use-cases.ts';
import type { EndpointId } from '../domain/ids.ts';
import type { WebhookEndpoint } from '../domain/webhook/endpoint.ts';
import { sendingPace } from '../domain/webhook/pace.ts';
import { nextToSend } from '../domain/webhook/turns.ts';
import type { SendDelivery } from './send-delivery.ts';

type Deps = Pick<
  UseCases,
  'endpointsToCall' | 'fillDeliveries' | 'findEndpointToCall' | 'noteAttempt' | 'passOver'
>;

export interface DispatcherParts extends Pick<CompanionParts, 'logger' | 'metrics'> {
  readonly connection: Connection;
  readonly useCases: Deps;
  readonly send: SendDelivery;
}

const LOOK_EVERY_MS = 1_000;
/** A busy endpoint takes its next turn at once. */
const QUIET_MS = 250;

/**
 * Sends what waits, in one process at a time: each endpoint has its own turns, so that one that hangs keeps nobody
 * waiting but itself.
 */
export function startDispatcher(parts: DispatcherParts): Companion {
  const { connection, useCases, metrics } = parts;
  const logger = parts.logger.child({ part: 'webhooks' });
  const pulse = createPulse({ name: 'webhooks', logger, metrics });
  const leadership = startLeadership({
    connection,
    name: 'webhooks',
    logger,
    pulse,
    lead: async (lease) => {
      const running = new Map<string, Promise<void>>();
      await turnWhileLeading(lease, pulse, async () => {
        for (const { id } of await useCases.endpointsToCall()) {
          if (running.has(id)) continue;
          const turns = callInTurns(parts, id, lease.lost).catch((error: unknown) => pulse.failed(error));
          running.set(
            id,
            turns.finally(() => running.delete(id)),
          );
        }
        await pauseUnlessAborted(LOOK_EVERY_MS, lease.lost);
      });
      await Promise.all(running.values());
    },
  });
  return { name: 'webhooks', healthy: pulse.healthy, problem: pulse.problem, stop: leadership.stop };
}

/** Until the endpoint is not to be called any more. */
async function callInTurns(parts: DispatcherParts, id: EndpointId, lost: AbortSignal): Promise<void> {
  let failures = 0;
  const pace = sendingPace();
  const send: SendDelivery = (endpoint, delivery) => {
    pace.note(Date.now());
    return parts.send(endpoint, delivery);
  };
  while (!lost.aborted) {
    const endpoint = await parts.useCases.findEndpointToCall(id);
    if (endpoint === null) return;
    const room = pace.room(endpoint.perSecond, Date.now());
    const failed = room === 0 ? null : await takeTurn({ ...parts, send }, endpoint, failures, room);
    if (failed === null) await pauseUnlessAborted(QUIET_MS, lost);
    else failures = failed ? failures + 1 : 0;
  }
}

/** Null where nothing was due; otherwise whether an attempt failed. */
export async function takeTurn(
  { useCases, send }: Pick<DispatcherParts, 'send' | 'useCases'>,
  endpoint: WebhookEndpoint,
  failures: number,
  room = Number.POSITIVE_INFINITY,
): Promise<boolean | null> {
  const waiting = await useCases.fillDeliveries(endpoint, new Date());
  const callable = waiting.filter(({ kind }) => (kind === 'CHALLENGE') === (endpoint.status === 'PENDING'));
  const atMost = Math.min(endpoint.concurrency, room);
  const due = nextToSend(callable, { mode: endpoint.mode, failures, now: new Date(), atMost });
  if (due.length === 0) return null;
  const outcomes = await whenAllEnded(
    due.map(async (delivery) => {
      const tried = await send(endpoint, delivery);
      if (tried === null) return useCases.passOver(endpoint, delivery, new Date());
      const scope = { correlationId: randomUUIDv7(), decision: byThePlatform('webhooks') };
      return inScope(scope, () => useCases.noteAttempt({ delivery, ...tried }));
    }),
  );
  return outcomes.includes(false);
}

/** Also where one breaks: what is still under way would be sent a second time by the next turn. */
async function whenAllEnded<Outcome>(work: readonly Promise<Outcome>[]): Promise<readonly Outcome[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
