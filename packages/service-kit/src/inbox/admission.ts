import { decodeEvent, type EventEnvelope } from '@qianshou/events';
import type { IncomingMessage } from '../kafka/broker.ts';
import { EPOCH, FIRST_EPOCH, type RecordFault } from '../signing/record-signature.ts';
import type { Arrival } from './arrival.ts';
import type { AdmissionFault } from './documents.ts';
import type { Receiver } from './receiver.ts';

export type Admission = Arrival | { readonly fault: AdmissionFault; readonly error: unknown };

/**
 * Reads a message, and verifies whose it is when its aggregate concerns this service: what nothing here reacts to can
 * say what it likes.
 */
export function admit({ subscriptions, verify }: Receiver, message: IncomingMessage): Admission {
  let event: EventEnvelope;
  try {
    event = decodeEvent(message.value ?? new Uint8Array());
  } catch (error) {
    return { fault: 'NOT_AN_EVENT', error };
  }
  const fault = subscriptions.follows(event) ? verify(message, event.source) : null;
  if (fault === null) return { event, epoch: epochIn(message), offset: BigInt(message.offset) };
  return { fault, error: new Error(TOLD[fault](message, event)) };
}

function epochIn({ headers }: IncomingMessage): number {
  const epoch = Number(headers[EPOCH]);
  return Number.isSafeInteger(epoch) && epoch > 0 ? epoch : FIRST_EPOCH;
}

const TOLD: Readonly<Record<RecordFault, (message: IncomingMessage, event: EventEnvelope) => string>> = {
  UNSIGNED: (_message, { source }) => `nobody signed this event of ${source}`,
  WRONGLY_SIGNED: ({ headers }, { source }) =>
    `no key of ${source} made this signature; it names the key "${headers['kid'] ?? ''}"`,
  FOREIGN_TOPIC: ({ topic }, { source }) => `${topic} is not the topic of ${source}`,
};
