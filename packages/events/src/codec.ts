import { type EventTypeName, serviceOf } from './define-event.ts';
import { type EventEnvelope, parseEnvelope } from './envelope.ts';
import { topicOf } from './topics.ts';

export const CONTENT_TYPE = 'application/cloudevents+json; charset=utf-8';

/** An event as the broker carries it: the value is the whole event, the headers repeat what a router asks for. */
export interface EncodedEvent {
  readonly topic: string;
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export function encodeEvent(envelope: EventEnvelope): EncodedEvent {
  return {
    topic: topicOf(serviceOf(envelope.type as EventTypeName)),
    key: envelope.partitionkey,
    value: Buffer.from(JSON.stringify(envelope)),
    headers: {
      'content-type': CONTENT_TYPE,
      ce_id: envelope.id,
      ce_type: envelope.type,
      ce_source: envelope.source,
      ce_subject: envelope.subject,
    },
  };
}

/** Throws on bytes that are no JSON or no envelope. Invalid UTF-8 is refused, not repaired. */
export function decodeEvent(value: Uint8Array): EventEnvelope {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(value);
  return parseEnvelope(JSON.parse(text));
}
