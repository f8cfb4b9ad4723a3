import {
  type CalendarDate,
  type Change,
  type Grounds,
  lineage,
  notFarAhead,
  type PublicText,
  type PuttingRight,
  type RegionCode,
  requireDifference,
  requireNotStruck,
  struckOut,
  type Struck,
  type Versioned,
} from '@qianshou/kernel';
import { type AskedToPutRight, puttingRightIn } from '../county/putting-right.ts';
import type { StationId, VisitId } from '../ids.ts';
import { dateInFuture, datesOutOfOrder } from '../reference/errors.ts';
import { stationClosed } from '../station/errors.ts';
import type { Workplace } from '../station/workplace.ts';
import { stationVisitNothingToFollow, stationVisitStruck } from './errors.ts';

/** The guidance centre saw a station at work: what it found, and by when that is followed up. */
export interface StationVisit extends Versioned, VisitTerms {
  readonly id: VisitId;
  readonly stationId: StationId;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  /** The unit and everything above it: where the visit is listed. */
  readonly regions: readonly RegionCode[];
  /** Whether something is still to be followed up. */
  readonly awaitsFollowUp: boolean;
  readonly followUp: FollowUp | null;
  readonly struck: Struck | null;
  /** What it said before it was corrected, oldest first. */
  readonly corrections: readonly VisitCorrection[];
}

export interface VisitTerms {
  readonly visitedOn: CalendarDate;
  /** The organisation, no person. */
  readonly visitor: PublicText;
  readonly findings: PublicText;
  /** Null where nothing is left to do. */
  readonly followUpOn: CalendarDate | null;
}

export interface FollowUp {
  readonly on: CalendarDate;
  readonly result: PublicText;
}

/** What stood before a correction, and why it was corrected. */
export interface VisitCorrection extends Struck, VisitTerms {}

export type VisitEvent =
  | { readonly type: 'visit.recorded' }
  | { readonly type: 'visit.followedUp'; readonly followedUpOn: CalendarDate }
  | { readonly type: 'visit.struck' }
  | { readonly type: 'visit.corrected'; readonly before: Pick<VisitTerms, 'visitedOn'> };

type Visited = Change<StationVisit, VisitEvent>;

/** A follow-up that lies further ahead is none. */
const FOLLOW_UP_YEARS = 2;

/** A station is supervised while it is built and while it works. */
export function recordVisit(
  { id, ...terms }: VisitTerms & { readonly id: VisitId },
  station: Workplace,
  today: CalendarDate,
): Visited {
  if (station.status === 'CLOSED') throw stationClosed({ status: station.status });
  refuseImpossible(terms, today);
  const { id: stationId, townshipCode, countyCode } = station;
  const state: StationVisit = {
    ...terms,
    id,
    version: 0,
    stationId,
    townshipCode,
    countyCode,
    regions: lineage(townshipCode),
    awaitsFollowUp: terms.followUpOn !== null,
    followUp: null,
    struck: null,
    corrections: [],
  };
  return { state, events: [{ type: 'visit.recorded' }] };
}

export function followUpVisit(visit: StationVisit, followUp: FollowUp, today: CalendarDate): Visited {
  requireNotStruck(visit, stationVisitStruck);
  if (!visit.awaitsFollowUp) throw stationVisitNothingToFollow();
  if (followUp.on > today) throw dateInFuture({ field: 'on', day: followUp.on, today });
  if (followUp.on < visit.visitedOn)
    throw datesOutOfOrder({ field: 'on', day: followUp.on, after: visit.visitedOn });
  return {
    state: { ...visit, awaitsFollowUp: false, followUp },
    events: [{ type: 'visit.followedUp', followedUpOn: followUp.on }],
  };
}

/** Whoever visits records it; the bureau oversees them. */
export function puttingRight(visit: StationVisit, asked: AskedToPutRight): PuttingRight {
  return puttingRightIn('GUIDANCE_CENTRE', visit.countyCode, visit, asked);
}

/** It never took place: when the station is due follows from the visit before it. */
export function strikeVisit(
  visit: StationVisit,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Visited {
  requireNotStruck(visit, stationVisitStruck);
  const struck = struckOut(reason, today, evidence);
  return { state: { ...visit, awaitsFollowUp: false, struck }, events: [{ type: 'visit.struck' }] };
}

/** What is not named stays as it is. */
export type CorrectedVisit = Partial<VisitTerms>;

export function correctVisit(
  visit: StationVisit,
  corrected: CorrectedVisit,
  { reason, evidence, today }: Grounds & { readonly today: CalendarDate },
): Visited {
  requireNotStruck(visit, stationVisitStruck);
  requireDifference(visit, corrected);
  const right = { ...visit, ...corrected };
  refuseImpossible(right, today);
  if (visit.followUp !== null && right.visitedOn > visit.followUp.on)
    throw datesOutOfOrder({ field: 'visitedOn', day: visit.followUp.on, after: right.visitedOn });
  const { visitedOn, visitor, findings, followUpOn } = visit;
  const before = { on: today, reason, evidence, visitedOn, visitor, findings, followUpOn };
  return {
    state: {
      ...right,
      awaitsFollowUp: right.followUpOn !== null && visit.followUp === null,
      corrections: [...visit.corrections, before],
    },
    events: [{ type: 'visit.corrected', before: { visitedOn } }],
  };
}

function refuseImpossible({ visitedOn, followUpOn }: VisitTerms, today: CalendarDate): void {
  if (visitedOn > today) throw dateInFuture({ field: 'visitedOn', day: visitedOn, today });
  if (followUpOn === null) return;
  if (followUpOn <= visitedOn)
    throw datesOutOfOrder({ field: 'followUpOn', day: followUpOn, after: visitedOn });
  notFarAhead(followUpOn, 'followUpOn', { from: visitedOn, years: FOLLOW_UP_YEARS });
}
