import {
  badInput,
  type CalendarDate,
  type Change,
  countyOf,
  type Grounds,
  levelOf,
  notFarAhead,
  type PublicText,
  type RegionCode,
  requireNotStruck,
  type Struck,
  struckOut,
  type Versioned,
} from '@qianshou/kernel';
import type { SuccessionId } from '../ids.ts';
import {
  regionSuccessionCycle,
  regionSuccessionInEffect,
  regionSuccessionShape,
  regionSucceededAlready,
} from './errors.ts';

export type SuccessionKind = 'MERGED' | 'RENAMED' | 'SPLIT' | 'ABOLISHED' | 'NEW';

/** What the division codes say of a region since 2023: what it became, from a day on, and who says so. */
export interface SuccessionTerms {
  readonly kind: SuccessionKind;
  readonly from: readonly RegionCode[];
  /** What took its place; one of `from` that goes on is named here as well. */
  readonly to: readonly RegionCode[];
  /** Of what is renamed. */
  readonly name: PublicText | null;
  readonly on: CalendarDate;
  readonly source: PublicText;
  readonly sourceUrl: PublicText | null;
}

export interface RegionSuccession extends Versioned, SuccessionTerms {
  readonly id: SuccessionId;
  /** Null until its day has come and what stands there has followed. */
  readonly followedOn: CalendarDate | null;
  readonly struck: Struck | null;
}

export type SuccessionEvent =
  | { readonly type: 'region-succession.recorded' }
  | { readonly type: 'region-succession.followed'; readonly followedOn: CalendarDate }
  | { readonly type: 'region-succession.struck' };

type Succeeded = Change<RegionSuccession, SuccessionEvent>;

/** The codes are those of 2023. */
const FIRST_DAY = '2023-01-01' as CalendarDate;
const YEARS_AHEAD = 2;

export function recordSuccession(
  { id, ...terms }: SuccessionTerms & { readonly id: SuccessionId },
  known: readonly RegionSuccession[],
  today: CalendarDate,
): Succeeded {
  refuseShape(terms);
  refuseDay(terms.on, today);
  const standing = known.filter(({ struck }) => struck === null);
  refuseSucceeded(terms, standing);
  refuseCycle(terms, standing);
  return {
    state: { ...terms, id, version: 0, followedOn: null, struck: null },
    events: [{ type: 'region-succession.recorded' }],
  };
}

/** Entered by mistake, before anything followed it. */
export function strikeSuccession(
  succession: RegionSuccession,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Succeeded {
  requireNotStruck(succession);
  if (succession.followedOn !== null) throw regionSuccessionInEffect({ on: succession.on });
  return {
    state: { ...succession, struck: struckOut(reason, today, evidence) },
    events: [{ type: 'region-succession.struck' }],
  };
}

export function followSuccession(succession: RegionSuccession, today: CalendarDate): Succeeded {
  return {
    state: { ...succession, followedOn: today },
    events: [{ type: 'region-succession.followed', followedOn: today }],
  };
}

/** What is no more from its day on. */
export function goneBy({ from, to }: Pick<SuccessionTerms, 'from' | 'to'>): readonly RegionCode[] {
  return from.filter((code) => !to.includes(code));
}

/** How many regions each kind has before and after. */
const SHAPES: Readonly<Record<SuccessionKind, (from: number, to: number) => boolean>> = {
  MERGED: (from, to) => from >= 2 && to === 1,
  RENAMED: (from, to) => from === 1 && to === 1,
  SPLIT: (from, to) => from === 1 && to >= 2,
  ABOLISHED: (from, to) => from >= 1 && to === 0,
  NEW: (from, to) => from === 0 && to === 1,
};

function refuseShape({ kind, from, to, name }: SuccessionTerms): void {
  const fits = isOnceEach(from) && isOnceEach(to) && SHAPES[kind](from.length, to.length);
  const keepsCode = kind === 'RENAMED' && from[0] === to[0];
  const isPossible = keepsCode ? name !== null : areUnitsOfOneCounty([...from, ...to]);
  if (!fits || !isPossible) throw regionSuccessionShape({ kind });
}

function isOnceEach(codes: readonly RegionCode[]): boolean {
  return new Set(codes).size === codes.length;
}

function areUnitsOfOneCounty(codes: readonly RegionCode[]): boolean {
  const isUnit = codes.every((code) => levelOf(code) === 'TOWNSHIP_UNIT');
  return isUnit && new Set(codes.map(countyOf)).size === 1;
}

function refuseDay(on: CalendarDate, today: CalendarDate): void {
  if (on < FIRST_DAY)
    throw badInput({
      field: 'on',
      reason: {
        en: 'expected a day since 2023, of which the codes are',
        zh: '应为 2023 年(区划代码版本年)以后的日期',
      },
    });
  notFarAhead(on, 'on', { from: today, years: YEARS_AHEAD });
}

/** What is gone, or will be, cannot go a second time. */
function refuseSucceeded(terms: SuccessionTerms, standing: readonly RegionSuccession[]): void {
  for (const other of standing) {
    const twice = goneBy(other).find((code) => terms.from.includes(code));
    if (twice !== undefined) throw regionSucceededAlready({ code: twice, on: other.on });
  }
}

/** Followed from one to the next, no region may come back to itself. */
function refuseCycle(terms: SuccessionTerms, standing: readonly RegionSuccession[]): void {
  const all = [...standing, terms];
  const nextOf = (code: RegionCode) =>
    all.filter((each) => goneBy(each).includes(code)).flatMap(({ to }) => to);
  for (const code of goneBy(terms))
    if (leadsTo(code, nextOf).has(code)) throw regionSuccessionCycle({ code });
}

/** A set goes on to what is added to it while it is walked. */
function leadsTo(
  start: RegionCode,
  nextOf: (code: RegionCode) => readonly RegionCode[],
): ReadonlySet<RegionCode> {
  const reached = new Set(nextOf(start));
  for (const code of reached) for (const next of nextOf(code)) reached.add(next);
  return reached;
}
