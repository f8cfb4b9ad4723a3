import {
  type CalendarDate,
  type Change,
  gradeOf,
  type GradeThresholds,
  publicName,
  publicText,
  type PublicText,
  type Struck,
  type Versioned,
  type Written,
  yearOf,
} from '@qianshou/kernel';
import type { AgencyId, EvaluationId } from '../ids.ts';
import { requireBetween } from '../pairing/pairing-life-cycle.ts';
import { pairingNotInEvaluation } from '../pairing/errors.ts';
import type { PairingRecord } from './pairing-record.ts';
import type { Pairing } from '../pairing/pairing.ts';
import { gradeContradicts } from './errors.ts';
import { requireWork } from './work-span.ts';

export const EVALUATION_KINDS = ['MID_TERM', 'ANNUAL', 'FINAL'] as const;

export type EvaluationKind = (typeof EVALUATION_KINDS)[number];

/** 优秀, 良好, 基本合格, 不合格: the grades that one local measure names; shared with stations. */
export const PAIRING_GRADES = ['EXCELLENT', 'GOOD', 'BARELY_QUALIFIED', 'UNQUALIFIED'] as const;

export type PairingGrade = (typeof PAIRING_GRADES)[number];

export interface PairingEvaluation extends PairingRecord, Versioned {
  readonly id: EvaluationId;
  readonly kind: EvaluationKind;
  readonly year: number;
  /** Who evaluated, as the report names it; an agency on the platform is named by its id beside it. */
  readonly evaluator: PublicText;
  readonly evaluatorAgencyId: AgencyId | null;
  readonly score: number;
  readonly grade: PairingGrade;
  readonly opinion: PublicText;
  readonly evaluatedOn: CalendarDate;
  /** Null unless it was recorded by mistake; then it counts no more. Absent in records of before. */
  readonly struck?: Struck | null;
  /** What it said before it was corrected, oldest first. */
  readonly corrections?: readonly EvaluationCorrection[];
}

/** What stood before a correction, and why it was corrected. */
export interface EvaluationCorrection
  extends Struck, Pick<PairingEvaluation, 'year' | 'score' | 'grade' | 'evaluatedOn'> {}

export interface PairingEvaluated {
  readonly type: 'pairing.evaluated';
  readonly evaluationId: EvaluationId;
}

export type EvaluationEvent =
  | PairingEvaluated
  | { readonly type: 'pairing.evaluation-struck'; readonly evaluationId: EvaluationId }
  | {
      readonly type: 'pairing.evaluation-corrected';
      readonly evaluationId: EvaluationId;
      readonly before: Pick<PairingEvaluation, 'year' | 'grade'>;
    };

type Said = 'kind' | 'evaluator' | 'evaluatorAgencyId' | 'score' | 'opinion' | 'evaluatedOn';

export interface Verdict extends Written<Pick<PairingEvaluation, Said>> {
  /** It follows from the score; where it is said, it must agree. */
  readonly grade: PairingGrade | null;
}

export interface EvaluationFacts {
  readonly record: PairingRecord;
  /** Of the scheme. */
  readonly grades: GradeThresholds;
  readonly today: CalendarDate;
}

/** A final evaluation belongs to the status of that name; the others come while the work goes on. */
export function evaluatePairing(
  id: EvaluationId,
  pairing: Pairing,
  verdict: Verdict,
  { record, grades, today }: EvaluationFacts,
): Change<PairingEvaluation, PairingEvaluated> {
  const { startsOn, status } = requireWork(pairing);
  if (verdict.kind === 'FINAL' && status !== 'FINAL_EVALUATION') throw pairingNotInEvaluation({ status });
  requireBetween('evaluatedOn', verdict.evaluatedOn, startsOn, today);
  const grade = gradeOf(verdict.score, grades);
  if (verdict.grade !== null && verdict.grade !== grade)
    throw gradeContradicts({ score: verdict.score, expected: grade, given: verdict.grade, ...grades });
  return {
    state: {
      ...record,
      ...verdict,
      id,
      version: 0,
      grade,
      struck: null,
      corrections: [],
      year: yearOf(verdict.evaluatedOn),
      evaluator: publicName(verdict.evaluator, 'evaluator', 100),
      opinion: publicText(verdict.opinion, 'opinion', 5_000),
    },
    events: [{ type: 'pairing.evaluated', evaluationId: id }],
  };
}

/** PAIR-13: the year in which the dispatching agency is not paired, where the verdict bars it at all. */
export function barsAgencyIn({ kind, grade, year, struck = null }: PairingEvaluation): number | null {
  return grade === 'UNQUALIFIED' && kind !== 'MID_TERM' && struck === null ? year + 1 : null;
}
