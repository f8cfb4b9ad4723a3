import type { EventTypeOf, KnownEvent, ServiceName } from '@qianshou/events';
import type { RegionCode } from '@qianshou/kernel';

/** What one event changes: added to the region and to everything above it. Amounts in fen are bigints. */
export interface FigureDelta {
  readonly regionCode: RegionCode;
  readonly figures: Readonly<Record<string, number | bigint>>;
}

/** Pure: the event alone says what changed. */
export type Fold<Service extends ServiceName> = (
  event: KnownEvent<EventTypeOf<Service>>,
) => readonly FigureDelta[];
