import { encodeEvent } from '@qianshou/events';
import type { Connection } from 'mongoose';
import { BatchTooLargeError, type Broker, type OutgoingMessage, type Placement } from '../kafka/broker.ts';
import { EPOCH, SEQ, type SignRecord } from '../signing/record-signature.ts';
import { epochOf } from './epoch.ts';
import { hasPlace, type LoggedRow, outboxRows, WAITING_BY_SEQ } from './outbox-rows.ts';

const AT_ONCE = 500;
/** The broker refuses what is larger than 1 MB for one partition; all of them may go to the same. */
const MOST_BYTES = 800_000;

interface Outgoing {
  readonly row: LoggedRow;
  readonly message: OutgoingMessage;
}

export interface Sender {
  readonly connection: Connection;
  readonly broker: Broker;
  readonly sign: SignRecord;
}

/** One batch in the order of the log: read, send, then mark. A crash in between sends again; consumers know what they had. */
export async function sendNext({ connection, broker, sign }: Sender): Promise<number> {
  const rows = await nextUnsent(connection);
  if (rows.length === 0) return 0;
  const epoch = await epochOf(connection);
  const outgoing = withinBytes(rows.map((row) => ({ row, message: sign(recordOf(row, epoch)) })));
  const { sent, placements } = await sendSome(broker, outgoing);
  await mark(connection, sent, placements);
  return sent.length;
}

function recordOf({ event, seq }: LoggedRow, epoch: number): OutgoingMessage {
  const encoded = encodeEvent(event);
  return { ...encoded, headers: { ...encoded.headers, [SEQ]: `${seq}`, [EPOCH]: `${epoch}` } };
}

async function nextUnsent(connection: Connection): Promise<readonly LoggedRow[]> {
  const rows = await outboxRows(connection)
    .find({ publishedAt: null, seq: { $gt: 0 } }, { readConcern: 'majority' })
    .hint(WAITING_BY_SEQ)
    .sort({ seq: 1 })
    .limit(AT_ONCE)
    .toArray();
  return rows.filter(hasPlace);
}

/** As many as surely fit, by the bytes that travel; at least one. */
export function withinBytes<Each extends { readonly message: OutgoingMessage }>(
  outgoing: readonly Each[],
  most = MOST_BYTES,
): readonly Each[] {
  let bytes = 0;
  const end = outgoing.findIndex(({ message }) => (bytes += sizeOf(message)) > most);
  return end === -1 ? outgoing : outgoing.slice(0, Math.max(1, end));
}

/** With its key and headers, and what Kafka puts around each. */
function sizeOf({ key, value, headers }: OutgoingMessage): number {
  const named = Object.entries(headers).flat();
  const text = named.reduce((bytes, each) => bytes + Buffer.byteLength(each) + 4, Buffer.byteLength(key));
  return value.length + text + 32;
}

interface Sent {
  readonly sent: readonly Outgoing[];
  readonly placements: readonly Placement[];
}

/** A broker may allow less than ours does: what it refuses for its size is halved until it is taken. */
async function sendSome(broker: Broker, outgoing: readonly Outgoing[]): Promise<Sent> {
  try {
    return { sent: outgoing, placements: await broker.publish(outgoing.map(({ message }) => message)) };
  } catch (error) {
    if (!(error instanceof BatchTooLargeError) || outgoing.length < 2) throw error;
    return sendSome(broker, outgoing.slice(0, Math.ceil(outgoing.length / 2)));
  }
}

async function mark(
  connection: Connection,
  sent: readonly Outgoing[],
  placements: readonly Placement[],
): Promise<void> {
  const publishedAt = new Date();
  await outboxRows(connection).bulkWrite(
    sent.map(({ row }, at) => ({
      updateOne: {
        filter: { _id: row._id },
        update: { $set: { publishedAt, placement: placements[at] ?? null } },
      },
    })),
    { ordered: false },
  );
}
