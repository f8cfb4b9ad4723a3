import type { CalendarDate } from '@qianshou/kernel';
import type { EvaluationId } from '../ids.ts';

/** Best first (优秀、良好、基本合格、不合格). */
export const GRADES = ['EXCELLENT', 'GOOD', 'BARELY_QUALIFIED', 'UNQUALIFIED'] as const;

export type Grade = (typeof GRADES)[number];

export const EVALUATION_KINDS = ['MID_TERM', 'ANNUAL', 'FINAL', 'SPECIAL'] as const;

export type EvaluationKind = (typeof EVALUATION_KINDS)[number];

/** What a station reads of its latest evaluation. */
export interface GradedBy {
  readonly evaluationId: EvaluationId;
  readonly year: number;
  readonly kind: EvaluationKind;
  readonly score: number;
  readonly grade: Grade;
  readonly evaluatedOn: CalendarDate;
}

const BAD: readonly Grade[] = ['BARELY_QUALIFIED', 'UNQUALIFIED'];

export function isBad(grade: Grade): boolean {
  return BAD.includes(grade);
}
