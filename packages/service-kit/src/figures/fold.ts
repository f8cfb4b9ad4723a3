import type { EventTypeOf, KnownEvent, ServiceName } from '@qianshou/events';
import type { RegionCode } from '@qianshou/kernel';

/** What figures are kept of: a region, or an object by its id; of all time or of one period, e.g. a month. */
export type FigureKey = RegionCode | `${string}@${string}`;

export function figureKey(of: string, period: string): FigureKey {
  return `${of}@${period}`;
}

/** What one event changes: added to the region and to everything above it. Amounts in fen are bigints. */
export interface FigureDelta {
  readonly regionCode: RegionCode;
  /** Counted apart from the figures of all time, e.g. `2026-05`. */
  readonly period?: string;
  /** With a period: an object whose own figures of the period are kept as well, by its id. */
  readonly subject?: string;
  readonly figures: Readonly<Record<string, number | bigint>>;
  /** Counted of the subject alone, finer than above it. */
  readonly ofSubject?: Readonly<Record<string, number>>;
  /** What the subject's figures of the period come to above it, where that is no sum of events. */
  readonly rollUp?: RollUp;
}

/** Pure: asked again whenever the figures of an object change; what changes of its answer is added above. */
export type RollUp = (figures: Readonly<Record<string, number | bigint>>) => RolledUp;

export interface RolledUp {
  /** Of the period: of the object itself, and of its region and everything above. */
  readonly inPeriod: Readonly<Record<string, number>>;
  /** Of all time: of the region and everything above. */
  readonly ever: Readonly<Record<string, number>>;
}

/** Pure: the event alone says what changed. */
export type Fold<Service extends ServiceName> = (
  event: KnownEvent<EventTypeOf<Service>>,
) => readonly FigureDelta[];
