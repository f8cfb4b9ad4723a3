import { type CalendarDate, isWithin, type RegionCode } from '@qianshou/kernel';
import type { AgencyId, PostingId, WorkerId } from '../ids.ts';
import { type AudienceRule, isNational, type TrainingKind } from '../programme/programme.ts';
import type { TrainingNeed } from '../need/training-need.ts';
import type { WorkerReplica } from '../reference/worker-replica.ts';

export type EnrolmentSource = 'POSTING' | 'CERTIFICATE_DEADLINE' | 'OPEN';

/** Rules that advise at enrolment and never block: they are recorded and shown. */
export type Concern = 'TRA-1' | 'TRA-5';

/** Somebody who is to get a place, with all that the place will remember of them. */
export interface Applicant {
  readonly workerId: WorkerId;
  readonly postingId: PostingId | null;
  readonly source: EnrolmentSource;
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
  /** The agency that the need waited for; null where any of its county will do. */
  readonly needAgencyId: AgencyId | null;
  readonly certifiedLocal: boolean;
  readonly deadline: CalendarDate | null;
  readonly waitingSince: Date;
  readonly concerns: readonly Concern[];
}

export interface ConcernFacts {
  readonly examEligible: boolean;
  /** Employed by a recipient agency, or living in a county that receives help. */
  readonly recipientSide: boolean;
}

/** TRA-1 and TRA-5 show and do not block: the national trainings are meant for the recipients' people, the exam for the eligible. */
export function concernsOf(kind: TrainingKind, facts: ConcernFacts): readonly Concern[] {
  const concerns: Concern[] = [];
  if (isNational(kind) && !facts.recipientSide) concerns.push('TRA-1');
  if (kind === 'EXAM_PREP' && !facts.examEligible) concerns.push('TRA-5');
  return concerns;
}

/** TRA-1: advice, unless the programme was announced with a gate. */
export function isForThem(
  { audienceRule = 'WARN' }: { readonly audienceRule?: AudienceRule },
  { concerns }: Pick<Applicant, 'concerns'>,
): boolean {
  return audienceRule === 'WARN' || !concerns.includes('TRA-1');
}

/** Somebody who comes by themselves; "certified local" is both: certified, and at home in the region of the class (TRA-7). */
export function volunteer(
  worker: WorkerReplica,
  classRegion: RegionCode,
  concerns: readonly Concern[],
  at: Date,
): Applicant {
  return {
    workerId: worker.id,
    postingId: null,
    source: 'OPEN',
    countyCode: worker.countyCode,
    employerAgencyId: worker.employerAgencyId,
    needAgencyId: null,
    certifiedLocal: worker.certified && worker.localResident && isWithin(worker.countyCode, classRegion),
    deadline: null,
    waitingSince: at,
    concerns,
  };
}

/** Somebody whom an event sent; without a known employer the need's agency stands for it. */
export function applicantFor(
  need: TrainingNeed,
  worker: WorkerReplica | null,
  concerns: readonly Concern[],
): Applicant {
  return {
    workerId: need.workerId,
    postingId: need.postingId,
    source: need.kind === 'PRE_JOB' ? 'POSTING' : 'CERTIFICATE_DEADLINE',
    countyCode: need.countyCode,
    employerAgencyId: worker?.employerAgencyId ?? need.agencyId,
    needAgencyId: need.agencyId,
    certifiedLocal: need.certifiedLocal,
    deadline: need.deadline,
    waitingSince: need.since,
    concerns,
  };
}
