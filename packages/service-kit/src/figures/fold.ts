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
}

/** Pure: the event alone says what changed. */
export type Fold<Service extends ServiceName> = (
  event: KnownEvent<EventTypeOf<Service>>,
) => readonly FigureDelta[];
