import type { EventData, EventType } from './catalogue/index.ts';

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
