import { z } from 'zod';
import { definitionOf, type EventData, type EventType } from './catalogue/index.ts';
import { serviceOf } from './define-event.ts';

/** A CloudEvents 1.0 event in structured JSON: the same bytes for Kafka, feeds and webhooks. */
export interface EventEnvelope<Data = unknown> {
  readonly specversion: '1.0';
  /** UUIDv7, unique over the platform. */
  readonly id: string;
  /** `/qianshou/station` */
  readonly source: string;
  /** `qianshou.station.opened.v1` */
  readonly type: string;
  /** `station/sta_…`: aggregate and id. */
  readonly subject: string;
  /** RFC 3339, UTC: when the fact was committed to. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  /** The aggregate's id: the Kafka key, so that one aggregate's facts stay in order. */
  readonly partitionkey: string;
  /** The aggregate's version after this fact, as a decimal string; without gaps. */
  readonly sequence: string;
  readonly correlationid: string;
  readonly causationid?: string;
  readonly traceparent?: string;
  readonly regioncode?: string;
  readonly data: Data;
}

/** The envelope of a known event, parsed. */
export type KnownEvent<Type extends EventType = EventType> = {
  readonly [T in Type]: Omit<EventEnvelope<EventData<T>>, 'type'> & { readonly type: T };
}[Type];

/** What only the writer of a fact knows; the rest of the envelope follows from the catalogue. */
export interface Fact {
  readonly id: string;
  readonly time: Date;
  readonly type: string;
  readonly aggregateId: string;
  readonly sequence: number;
  readonly regionCode: string | null;
  readonly correlationId: string;
  readonly causationId?: string | undefined;
  readonly traceparent?: string | undefined;
  readonly data: unknown;
}

/** A fact whose data is a document: whoever made it must make it smaller. */
export class EventTooLargeError extends Error {
  override readonly name = 'EventTooLargeError';
  readonly bytes: number;
  readonly most = LARGEST_DATA;

  constructor(type: string, bytes: number) {
    super(`${type} carries ${bytes} bytes of data, more than ${LARGEST_DATA}`);
    this.bytes = bytes;
  }
}

/** Of `data` as JSON. More than this is a document, and an event names documents by id. */
const LARGEST_DATA = 256 * 1024;

/** CloudEvents wants an absolute URI, and the repository has no host of its own: the path in it is the address. */
export function dataSchemaOf(type: string): string {
  return `qianshou:/docs/schemas/events/${type}.json`;
}

/** Puts a fact into its envelope. Throws when the data does not fit its schema; what the schema lacks is left out. */
export function envelopeOf(fact: Fact): EventEnvelope {
  const definition = definitionOf(fact.type);
  if (definition === undefined) throw new Error(`${fact.type} is not in the event catalogue`);
  return {
    specversion: '1.0',
    id: fact.id,
    source: `/qianshou/${serviceOf(definition.type)}`,
    type: fact.type,
    subject: `${definition.aggregate}/${fact.aggregateId}`,
    time: fact.time.toISOString(),
    datacontenttype: 'application/json',
    dataschema: dataSchemaOf(fact.type),
    partitionkey: fact.aggregateId,
    sequence: String(fact.sequence),
    correlationid: fact.correlationId,
    ...(fact.causationId === undefined ? {} : { causationid: fact.causationId }),
    ...(fact.traceparent === undefined ? {} : { traceparent: fact.traceparent }),
    ...(fact.regionCode === null ? {} : { regioncode: fact.regionCode }),
    data: ofLimitedSize(fact.type, definition.data.parse(fact.data)),
  };
}

function ofLimitedSize(type: string, data: unknown): unknown {
  const bytes = Buffer.byteLength(JSON.stringify(data));
  if (bytes > LARGEST_DATA) throw new EventTooLargeError(type, bytes);
  return data;
}

/** Readers ignore attributes that they do not know, so that new ones can be added. */
const envelopeShape = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string().regex(/^\/qianshou\/[a-z]+$/),
  type: z.string().regex(/^qianshou\.[a-z]+\.[a-z-]+\.v[1-9]\d*$/),
  subject: z.string().regex(/^[a-z-]+\/[^]+$/),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  dataschema: z.string().min(1),
  partitionkey: z.string().min(1),
  sequence: z.string().regex(/^[1-9]\d{0,14}$/),
  correlationid: z.string().min(1),
  causationid: z.string().optional(),
  traceparent: z.string().optional(),
  regioncode: z.string().optional(),
  data: z.unknown(),
});

/** Throws a ZodError that names what is wrong with the envelope; the data is not looked at. */
export function parseEnvelope(raw: unknown): EventEnvelope {
  return envelopeShape.parse(raw) as EventEnvelope;
}

/** The event with its data checked, or null when this build does not know the type. Throws when the data is wrong. */
export function parseKnownEvent(envelope: EventEnvelope): KnownEvent | null {
  const definition = definitionOf(envelope.type);
  if (definition === undefined) return null;
  return { ...envelope, data: definition.data.parse(envelope.data) } as KnownEvent;
}
