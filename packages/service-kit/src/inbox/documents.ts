import type { EventEnvelope } from '@qianshou/events';
import type { Connection, mongo } from 'mongoose';
import type { RecordFault } from '../signing/record-signature.ts';

/** Proof that a consumer has had an event: written in the transaction of its effect. */
export interface InboxRow {
  /** `<consumer> <subject> <sequence>` */
  readonly _id: string;
  readonly eventId: string;
  readonly at: Date;
}

/** How far a consumer is in one aggregate's history. */
export interface Cursor {
  /** `<consumer> <subject>` */
  readonly _id: string;
  readonly last: number;
  /** Of the last event; absent where an earlier build wrote it. */
  readonly lastId?: string;
  /** The life of the owner's log in which it was sent. */
  readonly epoch?: number;
  /** An event could not be applied: later ones wait behind it. */
  readonly blocked: boolean;
  readonly parked: number;
}

/** Tries of one event. More starts than ends: the process died in between. */
export interface Attempt {
  /** `<consumer> <event id>` */
  readonly _id: string;
  readonly started: number;
  readonly finished: number;
  readonly since: Date;
}

/** Messages of a partition that are being applied together; still there at the next start if the process died. */
export interface InFlight {
  /** `<consumer> <topic>/<partition>` */
  readonly _id: string;
  readonly from: bigint;
  readonly to: bigint;
}

export type DeadLetterStatus = 'DEAD' | 'PARKED' | 'REDRIVEN' | 'DISCARDED';

/** Why a message is kept as it came, instead of being looked at as an event. */
export type AdmissionFault = 'NOT_AN_EVENT' | RecordFault;

export type DeadLetterReason =
  | AdmissionFault
  | 'CONFLICT'
  | 'FAILED'
  | 'GAP'
  | 'NOT_KNOWN_HERE_YET'
  | 'KILLS_THE_PROCESS'
  | 'BEHIND_A_DEAD_LETTER';

/** What the broker delivered, byte for byte, when it is no event of a service. */
export interface RawMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly value: mongo.BSON.Binary | null;
  /** Absent in letters of earlier builds. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface DeadLetter {
  /** `<consumer> <event id>`, or where it lies in the topic when it is no event. */
  readonly _id: string;
  readonly consumer: string;
  readonly status: DeadLetterStatus;
  readonly reason: DeadLetterReason;
  readonly message: string;
  readonly stack: string | null;
  readonly attempts: number;
  readonly subject: string | null;
  readonly sequence: number | null;
  readonly event: EventEnvelope | null;
  readonly epoch?: number;
  readonly raw: RawMessage | null;
  readonly at: Date;
  /** What an operator asked for; the consumer does it. */
  readonly request: 'REDRIVE' | 'DISCARD' | null;
  readonly resolvedAt: Date | null;
}

/** The letters of an aggregate that later events wait behind. What contradicts history keeps nobody waiting. */
export const WAITING_IN_ORDER = {
  status: { $in: ['DEAD', 'PARKED'] as DeadLetterStatus[] },
  reason: { $ne: 'CONFLICT' as const },
};

/** How far a consumer has come in a partition; kept only while something is caught up with. */
export interface Position {
  /** `<consumer> <topic>/<partition>` */
  readonly _id: string;
  readonly next?: bigint;
  /** From which offset on the reactions of a catch-up are this consumer's, by the catch-up's name. */
  readonly since?: Readonly<Record<string, bigint>>;
}

/** Which reactions a consumer has had from the beginning of the log, or taken over. */
export interface Followed {
  /** The consumer. */
  readonly _id: string;
  readonly types: readonly string[];
  readonly topics: readonly string[];
}

/** Reactions that were added to a consumer with a history, and read that history by themselves. */
export interface CatchUp {
  /** Also the name of the consumer that reads: `<consumer>+<when>`. */
  readonly _id: string;
  readonly consumer: string;
  readonly types: readonly string[];
  readonly begunAt: Date;
  readonly doneAt: Date | null;
}

/** The cursor refuses repeats for ever; the row only has to outlive what is on its way at the same time. */
const INBOX_SECONDS = 30 * 86_400;
/** What was settled is kept a while for whoever asks why; the log has the event itself. */
const SETTLED_LETTER_SECONDS = 90 * 86_400;
/** Forgotten with the try; what a dead process left of an event that never came again. */
const ATTEMPT_SECONDS = 30 * 86_400;

export function inboxCollections(connection: Connection) {
  return {
    inbox: connection.collection<InboxRow>('inbox'),
    cursors: connection.collection<Cursor>('inbox_cursors'),
    attempts: connection.collection<Attempt>('inbox_attempts'),
    inFlight: connection.collection<InFlight>('inbox_in_flight'),
    deadLetters: connection.collection<DeadLetter>('dead_letters'),
    positions: connection.collection<Position>('inbox_positions'),
    followed: connection.collection<Followed>('inbox_followed'),
    catchUps: connection.collection<CatchUp>('inbox_catch_ups'),
  };
}

/** Safe to run twice. */
export async function prepareInbox(connection: Connection): Promise<void> {
  const { inbox, attempts, deadLetters } = inboxCollections(connection);
  await inbox.createIndex({ at: 1 }, { expireAfterSeconds: INBOX_SECONDS });
  await attempts.createIndex({ since: 1 }, { expireAfterSeconds: ATTEMPT_SECONDS });
  await deadLetters.createIndexes([
    { key: { consumer: 1, subject: 1, status: 1, sequence: 1 } },
    { key: { resolvedAt: 1 }, expireAfterSeconds: SETTLED_LETTER_SECONDS },
    { key: { request: 1 }, partialFilterExpression: { request: { $type: 'string' } } },
  ]);
}
