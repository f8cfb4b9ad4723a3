import { transactionSession } from '../mongo/transaction.ts';
import { type InFlight, inboxCollections } from './documents.ts';
import type { Receiver } from './receiver.ts';

export interface Range {
  readonly topic: string;
  readonly partition: number;
  readonly from: bigint;
  readonly to: bigint;
}

/**
 * Notes that these messages are about to be applied together. True when nothing of this partition was left
 * unfinished; else the process died or gave up among them, and they are to be taken one by one.
 */
export async function beginTogether(receiver: Receiver, range: Range): Promise<boolean> {
  const { inFlight } = inboxCollections(receiver.connection);
  const _id = idOf(receiver, range);
  const { from, to } = range;
  const noted = await inFlight.updateOne({ _id }, { $setOnInsert: { from, to } }, { upsert: true });
  if (noted.upsertedCount === 1) return true;
  // What was left unfinished lies behind these messages only if somebody else settled it: then it is of no use any more.
  const takenOver = await inFlight.updateOne({ _id, to: { $lt: from } }, { $set: { from, to } });
  return takenOver.matchedCount === 1;
}

/** Within the transaction that applied them. */
export async function endTogether(receiver: Receiver, range: Range): Promise<void> {
  const { inFlight } = inboxCollections(receiver.connection);
  await inFlight.deleteOne({ _id: idOf(receiver, range) }, { session: transactionSession() });
}

/** After they were taken one by one: what lay unfinished is behind us once its last message is. */
export async function endOneByOne(receiver: Receiver, range: Range): Promise<void> {
  const { inFlight } = inboxCollections(receiver.connection);
  await inFlight.deleteOne({ _id: idOf(receiver, range), to: { $lte: range.to } });
}

function idOf({ consumer }: Receiver, { topic, partition }: Range): InFlight['_id'] {
  return `${consumer} ${topic}/${partition}`;
}
