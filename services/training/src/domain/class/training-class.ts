import {
  badInput,
  type CalendarDate,
  type Change,
  chinaDay,
  daysBetween,
  isCounty,
  notFarAhead,
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
  classNotCancellable,
  classNotInProgress,
  classNotOpen,
  classNotPlanned,
  classWithoutParticipants,
} from '../errors.ts';
import type { AgencyId, ClassId, ProgrammeId } from '../ids.ts';
import {
  DEFAULT_OFFER_DAYS,
  MOST_HOURS,
  type PassSettings,
  type Programme,
  type TrainingKind,
} from '../programme/programme.ts';

export type Delivery = 'ONSITE' | 'ONLINE' | 'HYBRID';

/** One transaction may touch everybody on a class's list: its length is bounded. */
export const MOST_ON_LIST = 200;
const LONGEST_DAYS = 366;

interface ClassFacts {
  readonly id: ClassId;
  readonly version: number;
  readonly programmeId: ProgrammeId;
  readonly kind: TrainingKind;
  /** The class is for people of this region and everything below it. */
  readonly regionCode: RegionCode;
  /** The operator that organises it: always there for pre-job training, else null (TRA-2). */
  readonly organiserAgencyId: AgencyId | null;
  readonly delivery: Delivery;
  readonly venue: PublicText | null;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly hours: number;
  readonly capacity: number;
  readonly passSettings: PassSettings;
  /** TRA-7: as the programme had it when the class was planned. Absent in records of before: seven. */
  readonly offerDays?: number;
  readonly plannedAt: Date;
}

interface Opened {
  readonly openedAt: Date;
}
interface Started extends Opened {
  readonly startedAt: Date;
}
interface AllAssessed extends Started {
  readonly assessedAt: Date;
}

export type PlannedClass = ClassFacts & { readonly status: 'PLANNED' };
/** FULL is an open class without a free seat: who comes now waits. */
export type OpenClass = ClassFacts & Opened & { readonly status: 'OPEN' | 'FULL' };
export type ClassInProgress = ClassFacts & Started & { readonly status: 'IN_PROGRESS' };
export type AssessedClass = ClassFacts & AllAssessed & { readonly status: 'ASSESSED' };
export type ClosedClass = ClassFacts & AllAssessed & { readonly status: 'CLOSED'; readonly closedAt: Date };
export type CancelledClass = ClassFacts & {
  readonly status: 'CANCELLED';
  readonly cancelledAt: Date;
  readonly cancelReason: PublicText;
};

export type TrainingClass =
  PlannedClass | OpenClass | ClassInProgress | AssessedClass | ClosedClass | CancelledClass;

export type ClassStatus = TrainingClass['status'];

export type ClassEvent =
  | { readonly type: 'class.planned' }
  | { readonly type: 'class.opened' }
  | { readonly type: 'class.filled' }
  | { readonly type: 'class.reopened' }
  | { readonly type: 'class.started' }
  | ({ readonly type: 'class.assessed' } & Outcomes)
  | { readonly type: 'class.closed' }
  | { readonly type: 'class.cancelled' };

export interface Outcomes {
  readonly passed: number;
  readonly failed: number;
  readonly absent: number;
}

/** How many people of a class stand where. */
export interface Tally extends Outcomes {
  readonly offered: number;
  readonly waiting: number;
  readonly seated: number;
}

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
}

/** Dates may lie in the past: a bureau that joins the platform enters its history. */
export function planClass(
  programme: Programme,
  plan: Written<ClassPlan>,
  at: Date,
): Change<PlannedClass, ClassEvent> {
  requireOrganiser(programme.kind, plan);
  notFarAhead(plan.startsOn, 'startsOn', { from: chinaDay(at), years: 3 });
  const days = daysBetween(plan.startsOn, plan.endsOn);
  if (days < 0 || days > LONGEST_DAYS) {
    throw badInput({
      field: 'endsOn',
      reason: {
        en: `expected a day from startsOn to ${LONGEST_DAYS} days later`,
        zh: `应为 startsOn 起 ${LONGEST_DAYS} 天内的日期`,
      },
    });
  }
  const state: PlannedClass = {
    ...plan,
    version: 0,
    status: 'PLANNED',
    programmeId: programme.id,
    kind: programme.kind,
    venue: plan.venue === null ? null : publicLine(plan.venue, 'venue', 200),
    hours: wholeWithin(plan.hours, 'hours', 1, MOST_HOURS),
    capacity: wholeWithin(plan.capacity, 'capacity', 1, MOST_ON_LIST),
    passSettings: programme.passSettings,
    offerDays: programme.offerDays ?? DEFAULT_OFFER_DAYS,
    plannedAt: at,
  };
  return { state, events: [{ type: 'class.planned' }] };
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

export function closeClass(group: TrainingClass, at: Date): Change<ClosedClass, ClassEvent> {
  if (group.status !== 'ASSESSED') throw classNotAssessed({ status: group.status });
  return { state: { ...group, status: 'CLOSED', closedAt: at }, events: [{ type: 'class.closed' }] };
}

export function cancelClass(
  group: TrainingClass,
  reason: PublicText,
  at: Date,
): Change<CancelledClass, ClassEvent> {
  if (group.status !== 'PLANNED' && group.status !== 'OPEN' && group.status !== 'FULL') {
    throw classNotCancellable({ status: group.status });
  }
  return {
    state: { ...group, status: 'CANCELLED', cancelledAt: at, cancelReason: reason },
    events: [{ type: 'class.cancelled' }],
  };
}
