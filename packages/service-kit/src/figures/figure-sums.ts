import {
  type EventTypeOf,
  type KnownEvent,
  parseKnownEvent,
  type EventEnvelope,
  type ServiceName,
} from '@qianshou/events';
import { lineage } from '@qianshou/kernel';
import { type FigureDelta, type FigureKey, figureKey, type Fold } from './fold.ts';

export type Figures = Readonly<Record<string, number | bigint>>;

/** Figures of each region, and of each period: what a fold of events comes to. */
export type Sums = Map<FigureKey, Record<string, number | bigint>>;

/** Adds what the events change, to their regions and everything above. Events of an unknown version stop it. */
export function foldInto<Service extends ServiceName>(
  sums: Sums,
  fold: Fold<Service>,
  events: readonly EventEnvelope[],
): void {
  for (const event of events) {
    const known = parseKnownEvent(event);
    if (known === null) throw new Error(`${event.type} is not in the event catalogue`);
    for (const delta of fold(known as KnownEvent<EventTypeOf<Service>>)) {
      for (const key of keysOf(delta)) addTo(sums, key, delta.figures);
    }
  }
}

function keysOf({ regionCode, period, subject }: FigureDelta): readonly FigureKey[] {
  const regions = lineage(regionCode);
  if (period === undefined) return regions;
  return [...regions, ...(subject === undefined ? [] : [subject])].map((of) => figureKey(of, period));
}

function addTo(sums: Sums, code: FigureKey, figures: Figures): void {
  const sum = sums.get(code) ?? {};
  for (const [name, value] of Object.entries(figures)) sum[name] = plus(sum[name], value);
  sums.set(code, sum);
}

function plus(sum: number | bigint | undefined, value: number | bigint): number | bigint {
  if (sum === undefined) return value;
  if (typeof sum === 'bigint' && typeof value === 'bigint') return sum + value;
  if (typeof sum === 'number' && typeof value === 'number') return sum + value;
  throw new TypeError('a figure is either counted in numbers or in fen (bigint), not in both');
}
