import type { EventEnvelope } from '@qianshou/events';
import { inTransaction, retryingOnDuplicate, transactionSession } from '../mongo/transaction.ts';
import { FIRST_EPOCH } from '../signing/record-signature.ts';
import type { Arrival, Place } from './arrival.ts';
import { isNext, movedTo, proofId, readStands, type Stand, writeStands } from './cursors.ts';
import { type InboxRow, inboxCollections } from './documents.ts';
import { reactInOrder } from './react-in-order.ts';
import { checksProofs, type Duty, type Receiver } from './receiver.ts';

/** Runs within the transaction, after the effects: bookkeeping that must stand or fall with them. */
export type Alongside = () => Promise<void>;

/**
 * Applies events in order in one transaction: effects, proofs and cursors together or not at all. What was applied
 * before is skipped. Throws what the first failing event throws.
 */
export async function applyEvents(
  receiver: Receiver,
  arrivals: readonly Arrival[],
  place: Place | null,
  alongside?: Alongside,
): Promise<void> {
  const { followed, applied } = await inTransaction(receiver.connection, async () => {
    const done = await applyHere(receiver, arrivals, place);
    await alongside?.();
    return done;
  });
  const { consumer, metrics } = receiver;
  metrics.outcomes.inc({ consumer, outcome: 'APPLIED' }, applied.length);
  metrics.outcomes.inc({ consumer, outcome: 'STALE' }, followed - applied.length);
  for (const { event } of applied) {
    metrics.delay.observe({ consumer }, (Date.now() - Date.parse(event.time)) / 1_000);
  }
}

/** In the transaction at hand. */
export async function applyHere(
  receiver: Receiver,
  arrivals: readonly Arrival[],
  place: Place | null,
): Promise<{ readonly followed: number; readonly applied: readonly Arrival[] }> {
  const duty = await receiver.dutyAt(place);
  const followed = arrivals.filter((arrival) => duty.follows(arrival));
  const stands = await readStands(receiver, followed);
  const proofs = await readProofs(receiver, followed, stands);
  const moved = new Map<string, Stand>();
  const fresh = followed.filter((arrival) => {
    const { subject } = arrival.event;
    const stand = moved.get(subject) ?? stands.get(subject);
    if (stand === undefined || !isNext(stand, arrival, proofs.get(proofId(receiver, arrival.event))))
      return false;
    moved.set(subject, movedTo(stand, arrival));
    return true;
  });
  // A catch-up may meet what had its effect before: a build that had the reaction was here already.
  const effective = fresh.filter(({ event }) => proofs.get(proofId(receiver, event)) !== event.id);
  await record(receiver, duty, effective);
  await react(receiver, duty, effective);
  await writeStands(receiver, moved);
  return { followed: followed.length, applied: fresh };
}

/** Whether the event would be applied if it came by itself: false for what was had, or is unsaid since. Throws as that does. */
export async function wouldApply(receiver: Receiver, arrival: Arrival): Promise<boolean> {
  const { event } = arrival;
  return inTransaction(receiver.connection, async () => {
    const stands = await readStands(receiver, [arrival]);
    const proofs = await readProofs(receiver, [arrival], stands);
    const stand = stands.get(event.subject);
    return stand !== undefined && isNext(stand, arrival, proofs.get(proofId(receiver, event)));
  });
}

/** What is known to have come under the numbers of events that were had, or of all for a catch-up. */
async function readProofs(
  receiver: Receiver,
  arrivals: readonly Arrival[],
  stands: ReadonlyMap<string, Stand>,
): Promise<ReadonlyMap<string, string>> {
  const asked = arrivals.filter(
    ({ event }) => checksProofs(receiver) || Number(event.sequence) <= (stands.get(event.subject)?.last ?? 0),
  );
  if (asked.length === 0) return new Map();
  const { inbox } = inboxCollections(receiver.connection);
  const rows = await inbox
    .find(
      { _id: { $in: asked.map(({ event }) => proofId(receiver, event)) } },
      { session: transactionSession() },
    )
    .toArray();
  return new Map(rows.map(({ _id, eventId }) => [_id, eventId]));
}

/** Of events that are ignored the cursor alone is proof enough. */
async function record(receiver: Receiver, duty: Duty, arrivals: readonly Arrival[]): Promise<void> {
  const at = new Date();
  const rows = arrivals
    .filter((arrival) => duty.reactionTo(arrival) !== undefined)
    .map(({ event }): InboxRow => ({ _id: proofId(receiver, event), eventId: event.id, at }));
  if (rows.length === 0) return;
  const { inbox } = inboxCollections(receiver.connection);
  const session = transactionSession();
  const replaced = rows.map(({ _id }) => _id);
  // Of a log that was put back, other events were had under these numbers.
  if (arrivals.some(({ epoch }) => epoch > FIRST_EPOCH))
    await inbox.deleteMany({ _id: { $in: replaced } }, { session });
  await retryingOnDuplicate(() => inbox.insertMany(rows, { session }));
}

/** An unknown type is told, and passed over. */
async function react(receiver: Receiver, duty: Duty, arrivals: readonly Arrival[]): Promise<void> {
  const reactions = arrivals.map((arrival) => duty.reactionTo(arrival));
  for (const [at, { event }] of arrivals.entries())
    if (reactions[at] === undefined) tellUnknown(receiver, event);
  await reactInOrder(
    arrivals.map(({ event }) => event),
    (_event, at) => reactions[at],
  );
}

/** A type that is neither reacted to nor ignored on purpose: a newer build publishes it. */
export function tellUnknown(
  { subscriptions, logger, metrics, consumer }: Receiver,
  event: EventEnvelope,
): void {
  if (subscriptions.ignores(event) || subscriptions.handlers.has(event.type)) return;
  const { type, id, subject } = event;
  logger.warn({ consumer, type, eventId: id, subject }, 'an event of a type that this build does not know');
  metrics.unknown.inc({ consumer, type });
}
