import {
  badInput,
  type CalendarDate,
  type Change,
  type Grounds,
  type PublicText,
  type PuttingRight,
  requireDifference,
  struckOut,
} from '@qianshou/kernel';
import { type AskedToPutRight, puttingRightIn } from '../county/putting-right.ts';
import { dateInFuture, datesOutOfOrder } from '../reference/errors.ts';
import { centreHasWorkers, centreStruck } from './errors.ts';
import type {
  CentreEvent,
  ClosedCentre,
  GuidanceCentre,
  StandingCentre,
  StruckCentre,
} from './guidance-centre.ts';

/** The bureau plans it; the province oversees the bureau. */
export function puttingRight(centre: GuidanceCentre, asked: AskedToPutRight): PuttingRight {
  return puttingRightIn('COUNTY_CIVIL_AFFAIRS', centre.countyCode, centre, asked);
}

/** The county never had it, and may plan another one. Whoever is on duty there was sent to something. */
export function strikeCentre(
  centre: GuidanceCentre,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Change<StruckCentre, CentreEvent> {
  const { status: from, ...kept } = requireStanding(centre);
  if (kept.workers.length > 0) throw centreHasWorkers({ workers: kept.workers.length });
  const struck = struckOut(reason, today, evidence);
  return {
    state: { ...kept, status: 'STRUCK', closure: null, struck },
    events: [{ type: 'centre.struck', from, struckOn: today }],
  };
}

/** What is not named stays as it is. */
export interface CorrectedCentre {
  readonly name?: PublicText;
  readonly openedOn?: CalendarDate;
}

export function correctCentre(
  centre: GuidanceCentre,
  corrected: CorrectedCentre,
  { reason, evidence, today }: Grounds & { readonly today: CalendarDate },
): Change<GuidanceCentre, CentreEvent> {
  const standing = requireStanding(centre);
  const { name, openedOn, corrections = [] } = standing;
  requireDifference({ name, openedOn: openedOn ?? undefined } as CorrectedCentre, corrected);
  refuseImpossible(standing, corrected.openedOn, today);
  const before = { on: today, reason, evidence, name, openedOn };
  const right = { ...standing, ...corrected, corrections: [...corrections, before] } as typeof standing;
  return { state: right, events: [{ type: 'centre.corrected', openedOn: right.openedOn }] };
}

const NOT_OPEN = { en: 'the centre has not opened yet', zh: '该指导中心尚未成立' };

function refuseImpossible(
  { openedOn: stood, closure, operatorChanges }: StandingCentre | ClosedCentre,
  openedOn: CalendarDate | undefined,
  today: CalendarDate,
): void {
  if (openedOn === undefined) return;
  if (stood === null) throw badInput({ field: 'openedOn', reason: NOT_OPEN });
  if (openedOn > today) throw dateInFuture({ field: 'openedOn', day: openedOn, today });
  const later = [closure?.closedOn, operatorChanges[0]?.from].find(
    (day) => day !== undefined && openedOn > day,
  );
  if (later !== undefined) throw datesOutOfOrder({ field: 'openedOn', day: later, after: openedOn });
}

function requireStanding(centre: GuidanceCentre): StandingCentre | ClosedCentre {
  if (centre.status === 'STRUCK') throw centreStruck({ on: centre.struck.on });
  return centre;
}
