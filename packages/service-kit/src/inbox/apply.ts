import { type EventEnvelope, type KnownEvent, parseKnownEvent } from '@qianshou/events';
import { transactionSession, inTransaction, retryingOnDuplicate } from '../mongo/index.ts';
import { inScope, type Scope } from '../scope/index.ts';
import { type Cursor, inboxCollections } from './documents.ts';
import { AggregateBlockedError, SequenceGapError } from './failures.ts';
import type { Reaction } from './reaction.ts';
import type { Receiver } from './receiver.ts';

/** Runs within the transaction, after the effects: bookkeeping that must stand or fall with them. */
export type Alongside = () => Promise<void>;

/**
 * Applies events in order in one transaction: effects, proofs and cursors together or not at all. What was applied
 * before is skipped. Throws what the first failing event throws.
 */
export async function applyEvents(
  receiver: Receiver,
  events: readonly EventEnvelope[],
  alongside?: Alongside,
): Promise<void> {
  const followed = events.filter((event) => receiver.subscriptions.follows(event));
  const applied = await inTransaction(receiver.connection, async () => {
    const cursors = await readCursors(receiver, followed);
    const fresh = takeFresh(receiver, cursors, followed);
    await record(receiver, fresh);
    await react(receiver, fresh);
    await advance(receiver, fresh, cursors);
    await alongside?.();
    return fresh;
  });
  receiver.metrics.outcomes.inc({ consumer: receiver.consumer, outcome: 'APPLIED' }, applied.length);
  receiver.metrics.outcomes.inc(
    { consumer: receiver.consumer, outcome: 'STALE' },
    followed.length - applied.length,
  );
  for (const { time } of applied) {
    receiver.metrics.delay.observe({ consumer: receiver.consumer }, (Date.now() - Date.parse(time)) / 1_000);
  }
}

export function cursorId(receiver: Receiver, subject: string): string {
  return `${receiver.consumer} ${subject}`;
}

async function readCursors(
  receiver: Receiver,
  events: readonly EventEnvelope[],
): Promise<ReadonlyMap<string, Cursor>> {
  const ids = [...new Set(events.map(({ subject }) => cursorId(receiver, subject)))];
  const { cursors } = inboxCollections(receiver.connection);
  const found = await cursors.find({ _id: { $in: ids } }, { session: transactionSession() }).toArray();
  return new Map(found.map((cursor) => [cursor._id, cursor]));
}

/** The events that are next in their aggregates; throws at the first that cannot be applied yet. */
function takeFresh(
  receiver: Receiver,
  cursors: ReadonlyMap<string, Cursor>,
  events: readonly EventEnvelope[],
): readonly EventEnvelope[] {
  const positions = new Map<string, number>();
  return events.filter((event) => {
    const cursor = cursors.get(cursorId(receiver, event.subject));
    const last = positions.get(event.subject) ?? cursor?.last ?? 0;
    const sequence = Number(event.sequence);
    if (sequence <= last) return false;
    if (cursor?.blocked === true) throw new AggregateBlockedError(event.subject);
    if (sequence > last + 1) throw new SequenceGapError(event.subject, last, sequence);
    positions.set(event.subject, sequence);
    return true;
  });
}

/** Of events that are ignored the cursor alone is proof enough. */
async function record(receiver: Receiver, events: readonly EventEnvelope[]): Promise<void> {
  const at = new Date();
  const rows = events
    .filter(({ type }) => receiver.subscriptions.handlers.has(type))
    .map(({ id }) => ({ _id: `${receiver.consumer} ${id}`, at }));
  if (rows.length === 0) return;
  const { inbox } = inboxCollections(receiver.connection);
  await retryingOnDuplicate(() => inbox.insertMany(rows, { session: transactionSession() }));
}

/** What one call of a reaction is given: one event, or one type's events in a row where it takes them together. */
interface Run {
  readonly reaction: Reaction;
  readonly events: EventEnvelope[];
}

/** Calls the reactions in the order of the events. An unknown type is told, and passed over; it parts no run. */
export async function react(receiver: Receiver, events: readonly EventEnvelope[]): Promise<void> {
  const runs: Run[] = [];
  for (const event of events) {
    const reaction = receiver.subscriptions.handlers.get(event.type);
    const run = runs.at(-1);
    if (reaction === undefined) tellUnknown(receiver, event);
    else if (reaction.takesMany && run?.reaction === reaction) run.events.push(event);
    else runs.push({ reaction, events: [event] });
  }
  for (const run of runs) await inScope(causeOf(run), () => run.reaction.react(run.events.map(toKnown)));
}

function toKnown(event: EventEnvelope): KnownEvent {
  const parsed = parseKnownEvent(event);
  if (parsed === null) throw new Error(`${event.type} has a handler but is not in the catalogue`);
  return parsed;
}

/** The (last) event of the run. */
function causeOf({ events }: Run): Scope {
  const event = events.at(-1);
  if (event === undefined) throw new Error('a run without an event');
  return {
    correlationId: event.correlationid,
    causationId: event.id,
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
  };
}

/** A type that is neither reacted to nor ignored on purpose: a newer build publishes it. */
export function tellUnknown(
  { subscriptions, logger, metrics, consumer }: Receiver,
  event: EventEnvelope,
): void {
  if (subscriptions.ignores(event)) return;
  const { type, id, subject } = event;
  logger.warn({ consumer, type, eventId: id, subject }, 'an event of a type that this build does not know');
  metrics.unknown.inc({ consumer, type });
}

async function advance(
  receiver: Receiver,
  events: readonly EventEnvelope[],
  known: ReadonlyMap<string, Cursor>,
): Promise<void> {
  const lasts = new Map(
    events.map(({ subject, sequence }) => [cursorId(receiver, subject), Number(sequence)]),
  );
  const { cursors } = inboxCollections(receiver.connection);
  const session = transactionSession();
  const fresh = [...lasts].filter(([_id]) => !known.has(_id));
  const moved = [...lasts].filter(([_id]) => known.has(_id));
  // Inserting many costs the database a fraction of as many upserts: a file that came in begins many histories.
  if (fresh.length > 0) {
    const documents = fresh.map(([_id, last]) => ({ _id, last, blocked: false, parked: 0 }));
    await retryingOnDuplicate(() => cursors.insertMany(documents, { session }));
  }
  if (moved.length > 0) {
    const updates = moved.map(([_id, last]) => ({
      updateOne: { filter: { _id }, update: { $set: { last } } },
    }));
    await cursors.bulkWrite(updates, { session });
  }
}
