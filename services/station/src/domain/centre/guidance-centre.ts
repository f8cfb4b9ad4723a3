import {
  type CalendarDate,
  type Change,
  type PublicText,
  type RegionCode,
  type Struck,
  term,
  type Versioned,
} from '@qianshou/kernel';
import { type AgencyReplica, mayOperate } from '../reference/agency-replica.ts';
import {
  centreClosed,
  centreLacksStaff,
  centreNotPlanned,
  centreOperatorDayTaken,
  centreStruck,
} from './errors.ts';
import type { AgencyId, CentreId, PostingId } from '../ids.ts';
import { refuseOutOfTime, type Stop } from '../reference/stop.ts';

/** STA-6: at least two professional social workers, and an expert team of a university. */
export const CENTRE_WORKERS_NEEDED = 2;

interface CentreRecord extends Versioned {
  readonly id: CentreId;
  readonly countyCode: RegionCode;
  readonly name: PublicText;
  readonly operatorAgencyId: AgencyId;
  /** The university and the field of the expert team, e.g. 某大学社会学系; no persons. */
  readonly expertTeam: PublicText | null;
  /** Postings on duty. */
  readonly workers: readonly PostingId[];
  readonly openedOn: CalendarDate | null;
  /** What it said before it was corrected, oldest first; absent in rows of before. */
  readonly corrections?: readonly CentreCorrection[];
  /** Oldest first. */
  readonly operatorChanges: readonly CentreOperatorChange[];
}

/** Another agency took the centre on. */
export interface CentreOperatorChange {
  /** Its first day. */
  readonly from: CalendarDate;
  readonly reason: PublicText;
  readonly handOver: readonly PublicText[];
  /** Who ran it until then. */
  readonly before: { readonly operatorAgencyId: AgencyId };
}

/** What stood before a correction, and why it was corrected. */
export interface CentreCorrection extends Struck {
  readonly name: PublicText;
  readonly openedOn: CalendarDate | null;
}

/** Entered by mistake: the county never had it. */
export interface StruckCentre extends CentreRecord {
  readonly status: 'STRUCK';
  readonly closure: null;
  readonly struck: Struck;
}

export interface PlannedCentre extends CentreRecord {
  readonly status: 'PLANNED';
  readonly closure: null;
}

export interface OperatingCentre extends CentreRecord {
  readonly status: 'OPERATING';
  readonly openedOn: CalendarDate;
  readonly closure: null;
}

export interface ClosedCentre extends CentreRecord {
  readonly status: 'CLOSED';
  readonly closure: { readonly reason: PublicText; readonly closedOn: CalendarDate };
}

export type StandingCentre = PlannedCentre | OperatingCentre;
export type GuidanceCentre = StandingCentre | ClosedCentre | StruckCentre;

/** A county has one of these at most (STA-5). */
export const STANDING_STATUSES = ['PLANNED', 'OPERATING'] as const satisfies StandingCentre['status'][];

export type CentreEvent =
  | { readonly type: 'centre.planned' }
  | { readonly type: 'centre.expertTeamNamed' }
  | { readonly type: 'centre.staffChanged'; readonly workers: number }
  | { readonly type: 'centre.opened'; readonly openedOn: CalendarDate }
  | {
      readonly type: 'centre.struck';
      readonly from: Exclude<GuidanceCentre['status'], 'STRUCK'>;
      readonly struckOn: CalendarDate;
    }
  | { readonly type: 'centre.corrected'; readonly openedOn: CalendarDate | null }
  | {
      readonly type: 'centre.operatorChanged';
      readonly before: CentreOperatorChange['before'];
      readonly from: CalendarDate;
      readonly stayingPostings: readonly PostingId[];
    }
  | {
      readonly type: 'centre.closed';
      readonly from: StandingCentre['status'];
      readonly closedOn: CalendarDate;
    };

export interface PlanCentreInput {
  readonly id: CentreId;
  readonly countyCode: RegionCode;
  readonly name: PublicText;
  readonly expertTeam: PublicText | null;
}

/** STA-5: the 1 of "1+5+10"; that a county has only one, an index guards. */
export function planCentre(
  input: PlanCentreInput,
  operator: AgencyReplica,
): Change<PlannedCentre, CentreEvent> {
  mayOperate(operator);
  const state: PlannedCentre = {
    ...input,
    version: 0,
    status: 'PLANNED',
    operatorAgencyId: operator.id,
    workers: [],
    openedOn: null,
    operatorChanges: [],
    closure: null,
  };
  return { state, events: [{ type: 'centre.planned' }] };
}

export function nameExpertTeam(
  centre: GuidanceCentre,
  expertTeam: PublicText,
): Change<StandingCentre, CentreEvent> {
  return { state: { ...mustStand(centre), expertTeam }, events: [{ type: 'centre.expertTeamNamed' }] };
}

/** Who is on duty is personnel's to say, of a closed centre too, whose people leave one by one. */
export function addCentreWorker(
  centre: GuidanceCentre,
  postingId: PostingId,
): Change<GuidanceCentre, CentreEvent> {
  if (centre.workers.includes(postingId)) return { state: centre, events: [] };
  return withWorkers(centre, [...centre.workers, postingId]);
}

export function removeCentreWorker(
  centre: GuidanceCentre,
  postingId: PostingId,
): Change<GuidanceCentre, CentreEvent> {
  if (!centre.workers.includes(postingId)) return { state: centre, events: [] };
  return withWorkers(
    centre,
    centre.workers.filter((each) => each !== postingId),
  );
}

/** STA-6: opens with two workers on duty and an expert team. */
export function openCentre(
  centre: GuidanceCentre,
  openedOn: CalendarDate,
  operator: AgencyReplica,
): Change<OperatingCentre, CentreEvent> {
  if (centre.status === 'STRUCK') throw centreStruck({ on: centre.struck.on });
  if (centre.status !== 'PLANNED') throw centreNotPlanned({ status: centre.status });
  mayOperate(operator);
  const missing = lacksForOpening(centre);
  if (missing.length > 0)
    throw centreLacksStaff({ missing: missing.map((each) => LACKED[each]), workers: centre.workers.length });
  return {
    state: { ...centre, status: 'OPERATING', openedOn },
    events: [{ type: 'centre.opened', openedOn }],
  };
}

const LACKED = {
  CENTRE_WORKER: term('CENTRE_WORKER', 'two social workers on duty', '两名在岗专业社工'),
  EXPERT_TEAM: term('EXPERT_TEAM', 'the expert team', '高校专家团队'),
} as const;

/** What an opening is refused for, so that a screen can say it beforehand. */
export function lacksForOpening({ workers, expertTeam }: GuidanceCentre): readonly (keyof typeof LACKED)[] {
  return [
    ...(workers.length < CENTRE_WORKERS_NEEDED ? (['CENTRE_WORKER'] as const) : []),
    ...(expertTeam === null ? (['EXPERT_TEAM'] as const) : []),
  ];
}

/** Its contract has ended, or it never came to open; the county may plan another one (STA-5). */
export function closeCentre(
  centre: GuidanceCentre,
  { reason, on }: Stop,
  today: CalendarDate,
): Change<ClosedCentre, CentreEvent> {
  const { status: from, ...standing } = mustStand(centre);
  refuseOutOfTime(on, centre.openedOn, today);
  refuseTakenDay(centre, on);
  return {
    state: { ...standing, status: 'CLOSED', closure: { reason, closedOn: on } },
    events: [{ type: 'centre.closed', from, closedOn: on }],
  };
}

/** One operator a day: none is replaced, and no centre ends, before or on the day on which the present one began. */
export function refuseTakenDay({ operatorChanges }: GuidanceCentre, day: CalendarDate): void {
  const last = operatorChanges.at(-1);
  if (last !== undefined && day <= last.from) throw centreOperatorDayTaken({ on: last.from, day });
}

export function mustStand(centre: GuidanceCentre): StandingCentre {
  if (centre.status === 'STRUCK') throw centreStruck({ on: centre.struck.on });
  if (centre.status === 'CLOSED') throw centreClosed({ on: centre.closure.closedOn });
  return centre;
}

function withWorkers(
  centre: GuidanceCentre,
  workers: readonly PostingId[],
): Change<GuidanceCentre, CentreEvent> {
  return {
    state: { ...centre, workers },
    events: [{ type: 'centre.staffChanged', workers: workers.length }],
  };
}
