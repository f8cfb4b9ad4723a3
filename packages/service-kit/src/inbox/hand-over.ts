import type { Connection } from 'mongoose';
import type { PartitionOffsets } from '../kafka/broker.ts';
import { inTransaction, retryingOnDuplicate, transactionSession } from '../mongo/transaction.ts';
import { type CatchUp, inboxCollections, WAITING_IN_ORDER } from './documents.ts';
import { positionId } from './duty.ts';

/** A partition as both see it: how far the catch-up and the consumer that takes over have come, by the broker. */
export interface Handing {
  readonly topic: string;
  readonly partition: number;
  readonly reached: bigint;
  readonly needed: bigint;
}

export function handingsOf(
  ofCatchUp: readonly PartitionOffsets[],
  ofConsumer: readonly PartitionOffsets[],
): readonly Handing[] {
  const needed = new Map(ofConsumer.map((each) => [`${each.topic}/${each.partition}`, each.committed]));
  return ofCatchUp.map(({ topic, partition, committed }) => ({
    topic,
    partition,
    reached: committed,
    needed: needed.get(`${topic}/${partition}`) ?? 0n,
  }));
}

/**
 * Hands the reactions of a catch-up over to its consumer, partition by partition: from the offset on that the catch-up
 * has reached, once the consumer has not passed it by. Both note how far they come in the transactions that apply
 * events, and this one writes the same notes: whoever is under way at that moment begins again and sees the new border.
 * Answers how many partitions are still to be handed over. What waits for an operator is not handed over.
 */
export async function handOver(
  connection: Connection,
  catchUp: CatchUp,
  handings: readonly Handing[],
): Promise<number> {
  const { deadLetters } = inboxCollections(connection);
  const waiting = await deadLetters.countDocuments({
    consumer: catchUp._id,
    subject: { $type: 'string' },
    ...WAITING_IN_ORDER,
  });
  let left = 0;
  for (const handing of handings) {
    const isDone = await inTransaction(connection, () =>
      handOverOne(connection, catchUp, handing, waiting === 0),
    );
    if (!isDone) left += 1;
  }
  return left;
}

async function handOverOne(
  connection: Connection,
  { _id: name, consumer }: CatchUp,
  { reached, needed, ...place }: Handing,
  mayBegin: boolean,
): Promise<boolean> {
  const { positions } = inboxCollections(connection);
  const session = transactionSession();
  const ids = { own: positionId(name, place), taker: positionId(consumer, place) };
  const taker = await positions.findOne({ _id: ids.taker }, { session });
  if (taker?.since?.[name] !== undefined) return true;
  const own = await positions.findOne({ _id: ids.own }, { session });
  const from = largest(own?.next, reached);
  if (!mayBegin || from < largest(taker?.next, needed)) return false;
  await note(connection, ids.own, { $max: { next: from } });
  await note(connection, ids.taker, { $set: { [`since.${name}`]: from } });
  return true;
}

/** Always a change, so that whoever reads the note in a transaction meanwhile begins again. */
async function note(connection: Connection, _id: string, change: object): Promise<void> {
  const { positions } = inboxCollections(connection);
  const session = transactionSession();
  const update = { ...change, $inc: { handings: 1 } };
  await retryingOnDuplicate(() => positions.updateOne({ _id }, update, { upsert: true, session }));
}

function largest(a: bigint | undefined, b: bigint): bigint {
  return a !== undefined && a > b ? a : b;
}
