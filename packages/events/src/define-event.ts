import type { z } from 'zod';

export const SERVICES = [
  'pairing',
  'station',
  'personnel',
  'training',
  'funding',
  'partners',
  'insight',
] as const;

export type ServiceName = (typeof SERVICES)[number];

/** `qianshou.station.opened.v1`: the service, a past-tense name, the major version. */
export type EventTypeName<Service extends ServiceName = ServiceName> =
  `qianshou.${Service}.${string}.v${number}`;

export interface EventDefinition<
  Type extends EventTypeName = EventTypeName,
  Shape extends z.ZodType = z.ZodType,
  Aggregate extends string = string,
> {
  readonly type: Type;
  /** The aggregate whose history the event is part of: its id is the Kafka key, its version the sequence. */
  readonly aggregate: Aggregate;
  /** What happened, for the generated reference. */
  readonly about: { readonly en: string; readonly zh: string };
  /** Ids, codes, counts and dates only: no personal data. Inside a major version only optional fields are added. */
  readonly data: Shape;
  /** An example on the wire. Every example ever published stays in the golden corpus and must parse for ever. */
  readonly example: Readonly<Record<string, unknown>>;
}

/** Declares one event of one version: the single source of types, validation, JSON Schema and the reference. */
export function defineEvent<
  const Type extends EventTypeName,
  Shape extends z.ZodType,
  const Aggregate extends string,
>(definition: EventDefinition<Type, Shape, Aggregate>): EventDefinition<Type, Shape, Aggregate> {
  return definition;
}

export function serviceOf(type: EventTypeName): ServiceName {
  return type.split('.')[1] as ServiceName;
}
