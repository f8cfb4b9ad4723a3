import type { EventEnvelope } from '@qianshou/events';
import { retryingOnDuplicate, transactionSession } from '../mongo/transaction.ts';
import { FIRST_EPOCH } from '../signing/record-signature.ts';
import type { Arrival } from './arrival.ts';
import { type Cursor, type DeadLetter, inboxCollections, WAITING_IN_ORDER } from './documents.ts';
import { firstWaiting } from './waiting.ts';
import { AggregateBlockedError, HistoryConflictError, SequenceGapError } from './failures.ts';
import type { Receiver } from './receiver.ts';

/** How far a consumer is in an aggregate's history. */
export interface Stand {
  readonly last: number;
  /** Null where an earlier build did not keep it. */
  readonly lastId: string | null;
  readonly epoch: number;
  readonly blocked: boolean;
  /** The first event that waits behind, or is, a dead letter. */
  readonly waitsFrom: number | null;
  /** Whether this consumer has a cursor of its own for it. */
  readonly isKept: boolean;
}

const NOTHING_YET: Stand = {
  last: 0,
  lastId: null,
  epoch: FIRST_EPOCH,
  blocked: false,
  waitsFrom: null,
  isKept: false,
};

export function cursorId({ consumer }: Pick<Receiver, 'consumer'>, subject: string): string {
  return `${consumer} ${subject}`;
}

/** Within a transaction. What a catch-up has read of an aggregate before is known to the consumer that took over. */
export async function readStands(
  receiver: Receiver,
  arrivals: readonly Arrival[],
): Promise<Map<string, Stand>> {
  const subjects = [...new Set(arrivals.map(({ event }) => event.subject))];
  const names = [...receiver.adopts, receiver.consumer];
  const ids = names.flatMap((consumer) => subjects.map((subject) => cursorId({ consumer }, subject)));
  const { cursors } = inboxCollections(receiver.connection);
  const found = await cursors.find({ _id: { $in: ids } }, { session: transactionSession() }).toArray();
  const byId = new Map(found.map((cursor) => [cursor._id, cursor]));
  const stands = new Map<string, Stand>();
  for (const subject of subjects) {
    const own = byId.get(cursorId(receiver, subject));
    const adopted = names.map((consumer) => byId.get(cursorId({ consumer }, subject)));
    const cursor = own ?? adopted.findLast((each) => each !== undefined);
    stands.set(subject, await standOf(receiver, subject, cursor, own !== undefined));
  }
  return stands;
}

async function standOf(
  receiver: Receiver,
  subject: string,
  cursor: Cursor | undefined,
  isKept: boolean,
): Promise<Stand> {
  if (cursor === undefined) return NOTHING_YET;
  const { last, lastId = '', epoch = FIRST_EPOCH } = cursor;
  const blocked = cursor.blocked && receiver.redrives !== true;
  const waits = blocked ? await firstWaiting(receiver, subject) : null;
  return {
    last,
    lastId: lastId === '' ? null : lastId,
    epoch,
    blocked,
    waitsFrom: sequenceOf(waits),
    isKept,
  };
}

function sequenceOf(letter: DeadLetter | null): number | null {
  return letter?.sequence ?? null;
}

/**
 * Whether the event is next, or was had before. Throws when it must wait, or when its owner has said something else
 * under the same number.
 */
export function isNext(stand: Stand, arrival: Arrival, knownId: string | undefined): boolean {
  const { event, epoch } = arrival;
  const sequence = Number(event.sequence);
  // What an owner said before its database was put back is unsaid.
  if (epoch < stand.epoch) return false;
  if (sequence <= stand.last && wasHad(stand, arrival, knownId)) return false;
  if (stand.blocked && !fillsTheGap(stand, sequence)) throw new AggregateBlockedError(event.subject);
  if (sequence > stand.last + 1) throw new SequenceGapError(event.subject, stand.last, sequence);
  return true;
}

/** False for what a new life of the owner's log says under an old number: that is what counts now. */
function wasHad(stand: Stand, arrival: Arrival, knownId: string | undefined): boolean {
  const { event, epoch } = arrival;
  const sequence = Number(event.sequence);
  const known = sequence === stand.last ? (stand.lastId ?? knownId) : knownId;
  if (known === event.id || !saysOtherwise(stand, arrival, known)) return true;
  if (epoch === stand.epoch) throw new HistoryConflictError(event.subject, sequence);
  return false;
}

/** Another event under a number that was had. Of one whose id is not kept any more, only a new life of the log can tell. */
function saysOtherwise(stand: Stand, { event, epoch }: Arrival, known: string | undefined): boolean {
  if (known !== undefined) return true;
  return epoch > stand.epoch && Date.parse(event.time) >= epoch * 1_000;
}

/** What was missing before the dead letter, and came. */
function fillsTheGap({ last, waitsFrom }: Stand, sequence: number): boolean {
  return sequence === last + 1 && waitsFrom !== null && sequence < waitsFrom;
}

export function movedTo(stand: Stand, { event, epoch }: Arrival): Stand {
  return { ...stand, last: Number(event.sequence), lastId: event.id, epoch };
}

/** Writes how far the consumer has come with these aggregates. */
export async function writeStands(receiver: Receiver, stands: ReadonlyMap<string, Stand>): Promise<void> {
  const { cursors } = inboxCollections(receiver.connection);
  const session = transactionSession();
  const all = [...stands].map(([subject, stand]) => ({ _id: cursorId(receiver, subject), stand }));
  const fresh = all.filter(({ stand }) => !stand.isKept);
  const moved = all.filter(({ stand }) => stand.isKept);
  // Inserting many costs the database a fraction of as many upserts: a file that came in begins many histories.
  if (fresh.length > 0) {
    const documents = fresh.map(({ _id, stand }) => ({ _id, ...kept(stand), blocked: false, parked: 0 }));
    await retryingOnDuplicate(() => cursors.insertMany(documents, { session }));
  }
  if (moved.length > 0) {
    const updates = moved.map(({ _id, stand }) => ({
      updateOne: { filter: { _id }, update: { $set: kept(stand) } },
    }));
    await cursors.bulkWrite(updates, { session });
  }
  await askForWhatWaited(receiver, stands);
}

function kept({ last, lastId, epoch }: Stand): Pick<Cursor, 'last' | 'epoch'> & { lastId: string } {
  return { last, lastId: lastId ?? '', epoch };
}

/** A gap was filled: the letter behind it can be applied now, and is asked for as an operator would. */
async function askForWhatWaited(
  { connection, consumer }: Receiver,
  stands: ReadonlyMap<string, Stand>,
): Promise<void> {
  const { deadLetters } = inboxCollections(connection);
  for (const [subject, { blocked, last, waitsFrom }] of stands) {
    if (!blocked || waitsFrom !== last + 1) continue;
    await deadLetters.updateOne(
      { consumer, subject, sequence: waitsFrom, ...WAITING_IN_ORDER },
      { $set: { request: 'REDRIVE' } },
      { session: transactionSession() },
    );
  }
}

/** Where an event stands: the proof that something of that number was had, and what it was. */
export function proofId({ proofsOf }: Receiver, { subject, sequence }: EventEnvelope): string {
  return `${proofsOf} ${subject} ${sequence}`;
}
