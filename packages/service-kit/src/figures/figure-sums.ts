import { parseKnownEvent, type EventEnvelope, type ServiceName } from '@qianshou/events';
import { lineage, type RegionCode } from '@qianshou/kernel';
import { type FigureDelta, type FigureKey, figureKey, type Fold, type RollUp } from './fold.ts';

export type Figures = Readonly<Record<string, number | bigint>>;

/** Figures of each region, and of each period: what a fold of events comes to. */
export type Sums = Map<FigureKey, Record<string, number | bigint>>;

export interface Folded {
  readonly sums: Sums;
  readonly rollUps: RollUps;
}

export const nothingFolded = (): Folded => ({ sums: new Map(), rollUps: new Map() });

/** The objects whose figures changed and come to something above them by a rule of their own. */
export type RollUps = Map<FigureKey, RollingUp>;

export interface RollingUp {
  readonly regionCode: RegionCode;
  readonly period: string;
  readonly rollUp: RollUp;
}

/** Adds what the events change, to their regions and everything above. Events of an unknown version stop it. */
export function foldInto<Service extends ServiceName>(
  { sums, rollUps }: Folded,
  fold: Fold<Service>,
  events: readonly EventEnvelope[],
): void {
  for (const event of events) {
    const known = parseKnownEvent(event);
    if (known === null) throw new Error(`${event.type} is not in the event catalogue`);
    // Which service's event it is, its log says; the union of all is too large for the compiler to tell.
    const told: never = known as never;
    for (const delta of fold(told)) {
      for (const key of keysOf(delta)) addTo(sums, key, delta.figures);
      foldSubject(delta, sums, rollUps);
    }
  }
}

function foldSubject(delta: FigureDelta, sums: Sums, rollUps: RollUps): void {
  const { regionCode, period, subject, ofSubject = {}, rollUp } = delta;
  if (period === undefined || subject === undefined) return;
  const key = figureKey(subject, period);
  addTo(sums, key, ofSubject);
  if (rollUp !== undefined) rollUps.set(key, { regionCode, period, rollUp });
}

/** What an object came to before and comes to now: the difference is added to itself and above it. */
export function addRolledUp(sums: Sums, key: FigureKey, rolling: RollingUp, before: Figures): void {
  const { regionCode, period, rollUp } = rolling;
  const [was, is] = [rollUp(before), rollUp(total(before, sums.get(key) ?? {}))];
  const inPeriod = difference(was.inPeriod, is.inPeriod);
  const regions = lineage(regionCode);
  for (const of of [key, ...regions.map((region) => figureKey(region, period))]) addTo(sums, of, inPeriod);
  for (const region of regions) addTo(sums, region, difference(was.ever, is.ever));
}

export function total(before: Figures, added: Figures): Figures {
  const sum: Record<string, number | bigint> = { ...before };
  for (const [name, value] of Object.entries(added)) sum[name] = plus(sum[name], value);
  return sum;
}

function difference(
  was: Readonly<Record<string, number>>,
  is: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return Object.fromEntries([...names].map((name) => [name, (is[name] ?? 0) - (was[name] ?? 0)]));
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
