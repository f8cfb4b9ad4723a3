import { currentSession } from '../mongo/transaction.ts';
import { type DeadLetter, inboxCollections, WAITING_IN_ORDER } from './documents.ts';
import type { Receiver } from './receiver.ts';

/** The earliest letter of an aggregate that later events wait behind, or that waits behind one. */
export async function firstWaiting(
  { connection, consumer }: Pick<Receiver, 'connection' | 'consumer'>,
  subject: string,
): Promise<DeadLetter | null> {
  const session = currentSession();
  return inboxCollections(connection)
    .deadLetters.find({ consumer, subject, ...WAITING_IN_ORDER }, session === undefined ? {} : { session })
    .sort({ sequence: 1 })
    .limit(1)
    .next();
}
