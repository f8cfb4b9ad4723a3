import type { CalendarDate, Change, RegionCode, Versioned } from '@qianshou/kernel';
import { type AgencyReplica, mayOperate } from './agency-replica.ts';
import { centreLacksStaff, centreNotPlanned } from './errors.ts';
import type { AgencyId, CentreId, PostingId } from './ids.ts';

/** STA-6: at least two professional social workers, and an expert team of a university. */
export const CENTRE_WORKERS_NEEDED = 2;

interface CentreRecord extends Versioned {
  readonly id: CentreId;
  readonly countyCode: RegionCode;
  readonly name: string;
  readonly operatorAgencyId: AgencyId;
  /** The university and the field of the expert team, e.g. 某大学社会学系; no persons. */
  readonly expertTeam: string | null;
  /** Postings on duty. */
  readonly workers: readonly PostingId[];
  readonly openedOn: CalendarDate | null;
}

export interface PlannedCentre extends CentreRecord {
  readonly status: 'PLANNED';
}

export interface OperatingCentre extends CentreRecord {
  readonly status: 'OPERATING';
  readonly openedOn: CalendarDate;
}

export type GuidanceCentre = PlannedCentre | OperatingCentre;

export type CentreEvent =
  | { readonly type: 'centre.planned' }
  | { readonly type: 'centre.expertTeamNamed' }
  | { readonly type: 'centre.staffChanged'; readonly workers: number }
  | { readonly type: 'centre.opened'; readonly openedOn: CalendarDate };

export interface PlanCentreInput {
  readonly id: CentreId;
  readonly countyCode: RegionCode;
  readonly name: string;
  readonly expertTeam: string | null;
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
  };
  return { state, events: [{ type: 'centre.planned' }] };
}

export function nameExpertTeam(
  centre: GuidanceCentre,
  expertTeam: string,
): Change<GuidanceCentre, CentreEvent> {
  return { state: { ...centre, expertTeam }, events: [{ type: 'centre.expertTeamNamed' }] };
}

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
): Change<OperatingCentre, CentreEvent> {
  if (centre.status !== 'PLANNED') throw centreNotPlanned({ status: centre.status });
  const missing = [
    ...(centre.workers.length < CENTRE_WORKERS_NEEDED ? ['CENTRE_WORKER'] : []),
    ...(centre.expertTeam === null ? ['EXPERT_TEAM'] : []),
  ];
  if (missing.length > 0) throw centreLacksStaff({ missing, workers: centre.workers.length });
  return {
    state: { ...centre, status: 'OPERATING', openedOn },
    events: [{ type: 'centre.opened', openedOn }],
  };
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
