import { setTimeout as pause } from 'node:timers/promises';
import { createPulse } from '../loops/pulse.ts';
import { endCatchUp } from './catch-up.ts';
import type { CatchUp } from './documents.ts';
import { dutyOfCatchUp, limitedTo } from './duty.ts';
import { handingsOf, handOver } from './hand-over.ts';
import { type ConsumerParts, groupOf, type Intake, sharedOf, startIntake } from './intake.ts';
import type { Receiver } from './receiver.ts';
import type { Subscriptions } from './subscriptions.ts';

const LOOK_EVERY_MS = 1_000;

export interface CatchUpParts extends ConsumerParts {
  /** Of the consumer that takes over. */
  readonly subscriptions: Subscriptions;
}

/**
 * Reads the log from its beginning, in a group of its own, for reactions that were added later, and hands them over to
 * their consumer when it has come as far. Then it stops, in every process.
 */
export function startCatchUp(parts: CatchUpParts, catchUp: CatchUp): Intake {
  const receiver = receiverOf(parts, catchUp);
  const intake = startIntake(parts, receiver);
  const stopping = new AbortController();
  let isOver = false;
  const done = untilHandedOver(parts, catchUp, receiver, stopping.signal).then(async () => {
    isOver = true;
    await intake.stop();
  });
  return {
    healthy: () => isOver || intake.healthy(),
    problem: () => (isOver ? null : intake.problem()),
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

function receiverOf(parts: CatchUpParts, { _id: name, consumer, types }: CatchUp): Receiver {
  const { connection } = parts;
  const subscriptions = limitedTo(parts.subscriptions, types);
  return {
    ...sharedOf(parts),
    consumer: name,
    proofsOf: consumer,
    adopts: [],
    dutyAt: dutyOfCatchUp({ connection, consumer: name }, subscriptions, consumer),
    notesPlaces: true,
    subscriptions,
  };
}

async function untilHandedOver(
  parts: CatchUpParts,
  catchUp: CatchUp,
  { metrics, subscriptions }: Receiver,
  stopping: AbortSignal,
): Promise<void> {
  const { connection, logger } = parts;
  const { _id: name, types } = catchUp;
  const pulse = createPulse({ name: `hand-over ${name}`, logger, metrics: parts.metrics });
  const look = async (): Promise<number> => {
    const left = await handOver(connection, catchUp, await handings(parts, catchUp, subscriptions.topics));
    metrics.catchingUp.set(name, left);
    if (left === 0) await endCatchUp(connection, catchUp);
    pulse.beat();
    return left;
  };
  logger.info({ catchUp: name, types }, 'reactions that were added are caught up with');
  for (let left = 1; left > 0;) {
    await pause(LOOK_EVERY_MS, undefined, { signal: stopping }).catch(() => undefined);
    if (stopping.aborted) return pulse.rest();
    left = await look().catch((error: unknown) => {
      pulse.failed(error, 'a hand-over could not be looked at');
      return 1;
    });
  }
  pulse.rest();
  metrics.catchingUp.delete(name);
  logger.info({ catchUp: name, types }, 'reactions that were added are handed over');
}

async function handings(
  { broker, service }: ConsumerParts,
  { _id, consumer }: CatchUp,
  topics: readonly string[],
) {
  const [ofCatchUp, ofConsumer] = await Promise.all([
    broker.offsets(groupOf(service, _id), topics),
    broker.offsets(groupOf(service, consumer), topics),
  ]);
  return handingsOf(ofCatchUp, ofConsumer);
}
