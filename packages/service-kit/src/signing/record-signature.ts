import { sign, verify } from 'node:crypto';
import { SERVICES, type ServiceName, topicOf } from '@qianshou/events';
import type { IncomingMessage, OutgoingMessage } from '../kafka/broker.ts';
import type { EventKey, EventPublicKeys } from './event-keys.ts';

const KEY_ID = 'kid';
const SIGNATURE = 'signature';
/** Where the record stands in its service's log, and in which life of that log. */
export const SEQ = 'qs-seq';
export const EPOCH = 'qs-epoch';
/** Of a log that was never put back to an earlier state. */
export const FIRST_EPOCH = 1;

export type SignRecord = (record: OutgoingMessage) => OutgoingMessage;

export type RecordFault = 'UNSIGNED' | 'WRONGLY_SIGNED' | 'FOREIGN_TOPIC';

/** Null for a record that the named service signed and that lies in its topic. */
export type VerifyRecord = (message: IncomingMessage, source: string) => RecordFault | null;

/** Whoever reaches the broker can write into a topic; only the service can sign what it says. */
export function recordSigner({ id, key }: EventKey): SignRecord {
  return (record) => {
    const headers = { ...record.headers, [KEY_ID]: id };
    const signature = sign(null, signed({ ...record, headers }), key).toString('base64');
    return { ...record, headers: { ...headers, [SIGNATURE]: signature } };
  };
}

export function recordVerifier(keys: EventPublicKeys): VerifyRecord {
  return (message, source) => {
    const service = SERVICES.find((name) => source === `/qianshou/${name}`);
    if (service === undefined || topicOf(service) !== message.topic) return 'FOREIGN_TOPIC';
    const signature = message.headers[SIGNATURE];
    if (signature === undefined) return 'UNSIGNED';
    return isOf(service, message, signature, keys) ? null : 'WRONGLY_SIGNED';
  };
}

function isOf(
  service: ServiceName,
  message: IncomingMessage,
  signature: string,
  keys: EventPublicKeys,
): boolean {
  const key = keys[service].get(message.headers[KEY_ID] ?? '');
  return key !== undefined && verify(null, signed(message), key, Buffer.from(signature, 'base64'));
}

/** Everything that decides what a record means, as JSON so that no two records write themselves alike. */
function signed({ key, value, headers }: Pick<IncomingMessage, 'key' | 'value' | 'headers'>): Buffer {
  const said = [headers[KEY_ID], headers[SEQ], headers[EPOCH], key].map((part) => part ?? '');
  return Buffer.concat([Buffer.from(`${JSON.stringify(said)}\n`), value ?? Buffer.alloc(0)]);
}
