import type { GradedBy } from './grade.ts';
import type { Station } from './station.ts';

/** STA-13 follows this one; records of before it was kept apart know the latest evaluation only. */
export function annualGradeOf({ annualGrade, gradedBy }: Station): GradedBy | null {
  if (annualGrade !== undefined) return annualGrade;
  return gradedBy?.kind === 'ANNUAL' ? gradedBy : null;
}
