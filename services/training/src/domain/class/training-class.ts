import {
  badInput,
  type CalendarDate,
  type Change,
  chinaDay,
  isCounty,
  isWithin,
  publicLine,
  type PublicText,
  type RegionCode,
  wholeWithin,
  type Written,
} from '@qianshou/kernel';
import {
  classBeginsLater,
  classNeedsOperator,
  classNotAssessed,
  classNotInProgress,
  classNotOpen,
  classNotPlanned,
  classWithoutParticipants,
} from './class-errors.ts';
import type { AgencyId, ClassId } from '../ids.ts';
import { type Delivery, requirePossibleDays, seatsWithin } from './class-limits.ts';
import {
  DEFAULT_OFFER_DAYS,
  isNationalProgramme,
  MOST_HOURS,
  type Programme,
  requireGoingOn,
  type TrainingKind,
} from '../programme/programme.ts';
import type {
  PlannedClass,
  OpenClass,
  ClassInProgress,
  AssessedClass,
  ClosedClass,
  TrainingClass,
  ClassEvent,
  Tally,
} from './class-state.ts';

export interface ClassPlan {
  readonly id: ClassId;
  readonly regionCode: RegionCode;
  readonly organiserAgencyId: AgencyId | null;
  readonly delivery: Delivery;
  readonly venue: PublicText | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly hours: number;
  readonly capacity: number;
  readonly replacesClassId?: ClassId | null;
}

/** Dates may lie in the past: a bureau that joins the platform enters its history. */
export function planClass(
  programme: Programme,
  plan: Written<ClassPlan>,
  at: Date,
): Change<PlannedClass, ClassEvent> {
  requireGoingOn(programme);
  requireOrganiser(programme.kind, plan);
  requirePossibleDays(plan, chinaDay(at));
  const state: PlannedClass = {
    ...plan,
    version: 0,
    status: 'PLANNED',
    programmeId: programme.id,
    kind: programme.kind,
    venue: plan.venue === null ? null : publicLine(plan.venue, 'venue', 200),
    hours: wholeWithin(plan.hours, 'hours', 1, MOST_HOURS),
    capacity: seatsWithin(plan.delivery, plan.capacity),
    passSettings: programme.passSettings,
    offerDays: programme.offerDays ?? DEFAULT_OFFER_DAYS,
    plannedAt: at,
    audienceRule: programme.audienceRule ?? 'WARN',
    ...holding(programme, plan),
    replacesClassId: plan.replacesClassId ?? null,
    postponedFrom: null,
    corrections: [],
  };
  return { state, events: [{ type: 'class.planned' }] };
}

/** Who may hold the class: the project office and whom it charges, or the authorities of the region. */
export function holding(
  programme: Programme,
  { regionCode }: Pick<ClassPlan, 'regionCode'>,
): { readonly national: boolean; readonly charged: boolean } {
  const charged = (programme.chargedRegions ?? []).some((region) => isWithin(regionCode, region));
  return { national: isNationalProgramme(programme), charged };
}

/** TRA-2: pre-job training is organised by the operator, county by county; every other training by an authority. */
function requireOrganiser(
  kind: TrainingKind,
  { organiserAgencyId, regionCode }: Pick<ClassPlan, 'organiserAgencyId' | 'regionCode'>,
): void {
  if (kind === 'PRE_JOB') {
    if (organiserAgencyId === null || !isCounty(regionCode)) {
      throw classNeedsOperator({ organiserAgencyId, regionCode });
    }
    return;
  }
  if (organiserAgencyId === null) return;
  throw badInput({
    field: 'organiserAgencyId',
    reason: { en: 'only pre-job training is organised by an agency', zh: '仅岗前培训由机构组织' },
  });
}

export function openClass(group: TrainingClass, at: Date): Change<OpenClass, ClassEvent> {
  if (group.status !== 'PLANNED') throw classNotPlanned({ status: group.status });
  return { state: { ...group, status: 'OPEN', openedAt: at }, events: [{ type: 'class.opened' }] };
}

export function requireOpen(group: TrainingClass): OpenClass {
  if (group.status === 'OPEN' || group.status === 'FULL') return group;
  throw classNotOpen({ status: group.status });
}

export function requireInProgress(group: TrainingClass): ClassInProgress {
  if (group.status === 'IN_PROGRESS') return group;
  throw classNotInProgress({ status: group.status });
}

/** TRA-7: after seats were taken or freed the class says whether one is left. No event when nothing changed. */
export function settleSeats(group: OpenClass, seated: number): Change<OpenClass, ClassEvent> {
  const status = seated >= group.capacity ? 'FULL' : 'OPEN';
  if (status === group.status) return { state: group, events: [] };
  const type = status === 'FULL' ? 'class.filled' : 'class.reopened';
  return { state: { ...group, status }, events: [{ type }] };
}

export function startClass(
  group: TrainingClass,
  seated: number,
  at: Date,
): Change<ClassInProgress, ClassEvent> {
  const open = requireOpen(group);
  if (seated === 0) throw classWithoutParticipants({ classId: group.id });
  if (chinaDay(at) < group.startsOn) throw classBeginsLater({ startsOn: group.startsOn });
  return {
    state: { ...open, status: 'IN_PROGRESS', startedAt: at },
    events: [{ type: 'class.started' }],
  };
}

/** The class is assessed when nobody with a seat awaits a result any more. */
export function concludeWhenAssessed(
  group: ClassInProgress,
  { seated, passed, failed, absent }: Tally,
  at: Date,
): Change<ClassInProgress | AssessedClass, ClassEvent> {
  if (seated > 0) return { state: group, events: [] };
  return {
    state: { ...group, status: 'ASSESSED', assessedAt: at },
    events: [{ type: 'class.assessed', passed, failed, absent }],
  };
}

/** A result was struck: the class is in progress again until the right one is in. */
export function awaitResults(group: TrainingClass): Change<TrainingClass, ClassEvent> {
  if (group.status !== 'ASSESSED' && group.status !== 'CLOSED') return { state: group, events: [] };
  return { state: { ...group, status: 'IN_PROGRESS' }, events: [{ type: 'class.resultsAwaited' }] };
}

export function closeClass(group: TrainingClass, at: Date): Change<ClosedClass, ClassEvent> {
  if (group.status !== 'ASSESSED') throw classNotAssessed({ status: group.status });
  return { state: { ...group, status: 'CLOSED', closedAt: at }, events: [{ type: 'class.closed' }] };
}
