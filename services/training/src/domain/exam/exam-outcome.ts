import {
  badInput,
  type CalendarDate,
  type Change,
  type Grounds,
  type Recorded,
  type RegionCode,
  requireDifference,
  type Struck,
  requireNotStruck,
  struckOut,
  wholeWithin,
  yearOf,
} from '@qianshou/kernel';
import type { Enrolment } from '../class/enrolment-state.ts';
import type { TrainingClass } from '../class/class-state.ts';
import { examOutcomeOfOthers } from './errors.ts';
import type { AgencyId, ClassId, EnrolmentId, ExamOutcomeId, WorkerId } from '../ids.ts';

export const EXAM_LEVELS = ['ASSISTANT', 'SOCIAL_WORKER', 'SENIOR'] as const;
export type ExamLevel = (typeof EXAM_LEVELS)[number];

/** How somebody who prepared in a class did in the examination of a year: asked when its results are out (TRA-5). */
export interface ExamOutcome {
  readonly id: ExamOutcomeId;
  readonly version: number;
  readonly enrolmentId: EnrolmentId;
  readonly classId: ClassId;
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
  readonly organiserAgencyId: AgencyId | null;
  readonly examYear: number;
  readonly level: ExamLevel;
  readonly sat: boolean;
  readonly passed: boolean;
  readonly recordedAt: Date;
  readonly recorded?: Recorded | null;
  readonly struck: Struck | null;
  readonly corrections: readonly OutcomeBefore[];
}

interface Said {
  readonly sat: boolean;
  readonly passed: boolean;
}

export interface OutcomeBefore extends Struck, Said {}

export interface OutcomeInput extends Said {
  readonly id: ExamOutcomeId;
  readonly examYear: number;
  readonly level: ExamLevel;
}

export type ExamOutcomeEvent =
  | { readonly type: 'examOutcome.recorded' }
  | { readonly type: 'examOutcome.struck' }
  | { readonly type: 'examOutcome.corrected'; readonly before: Said };

interface When {
  readonly at: Date;
  readonly today: CalendarDate;
}

export function recordOutcome(
  enrolment: Enrolment,
  group: TrainingClass,
  input: OutcomeInput,
  { at, today }: When,
): Change<ExamOutcome, ExamOutcomeEvent> {
  if (enrolment.kind !== 'EXAM_PREP' || !TOOK_PART.includes(enrolment.status)) {
    throw examOutcomeOfOthers({ status: enrolment.status });
  }
  wholeWithin(input.examYear, 'examYear', yearOf(group.startsOn), yearOf(today));
  refuseImpossible(input);
  const { id: enrolmentId, classId, workerId, countyCode, employerAgencyId, organiserAgencyId } = enrolment;
  const holder = { enrolmentId, classId, workerId, countyCode, employerAgencyId, organiserAgencyId };
  const state = { ...input, ...holder, version: 0, recordedAt: at, struck: null, corrections: [] };
  return { state, events: [{ type: 'examOutcome.recorded' }] };
}

const TOOK_PART: readonly string[] = ['SEATED', 'PASSED', 'FAILED', 'ABSENT', 'INTERRUPTED'];

export function strikeOutcome(
  outcome: ExamOutcome,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Change<ExamOutcome, ExamOutcomeEvent> {
  requireNotStruck(outcome);
  return {
    state: { ...outcome, struck: struckOut(reason, today, evidence) },
    events: [{ type: 'examOutcome.struck' }],
  };
}

export function correctOutcome(
  outcome: ExamOutcome,
  corrected: Partial<Said>,
  { reason, evidence, today }: Grounds & { readonly today: CalendarDate },
): Change<ExamOutcome, ExamOutcomeEvent> {
  requireNotStruck(outcome);
  requireDifference<ExamOutcome>(outcome, corrected);
  const right = { ...outcome, ...corrected };
  refuseImpossible(right);
  const { sat, passed } = outcome;
  const before = { on: today, reason, evidence, sat, passed };
  return {
    state: { ...right, corrections: [...outcome.corrections, before] },
    events: [{ type: 'examOutcome.corrected', before: { sat, passed } }],
  };
}

/** Nobody passes what they did not sit. */
function refuseImpossible({ sat, passed }: Said): void {
  if (sat || !passed) return;
  throw badInput({
    field: 'passed',
    reason: { en: 'who did not sit the examination has not passed it', zh: '未参加考试不能登记为通过' },
  });
}
