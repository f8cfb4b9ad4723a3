import { badInput } from './errors.ts';
import { wholeWithin } from './whole-number.ts';

/** The least score of each grade of an evaluation; below the last one it is unqualified. */
export interface GradeThresholds {
  readonly excellent: number;
  readonly good: number;
  readonly barelyQualified: number;
}

/** Ours, where neither a county nor a scheme says anything else. */
export const DEFAULT_GRADES: GradeThresholds = { excellent: 90, good: 75, barelyQualified: 60 };

/** What a score is worth. */
export function gradeOf(score: number, { excellent, good, barelyQualified }: GradeThresholds) {
  requireScore(score);
  if (score >= excellent) return 'EXCELLENT';
  if (score >= good) return 'GOOD';
  return score >= barelyQualified ? 'BARELY_QUALIFIED' : 'UNQUALIFIED';
}

export function requireScore(score: number): void {
  if (score >= 0 && score <= 100 && Number.isInteger(score * 10)) return;
  throw badInput({
    field: 'score',
    reason: { en: 'expected 0 to 100 with at most one decimal', zh: '应为 0 至 100，最多一位小数' },
  });
}

export function requireGradesInOrder({ excellent, good, barelyQualified }: GradeThresholds): void {
  for (const score of [excellent, good, barelyQualified]) wholeWithin(score, 'grades', 1, 100);
  if (excellent > good && good > barelyQualified) return;
  throw badInput({
    field: 'grades',
    reason: {
      en: 'expected excellent > good > barelyQualified',
      zh: '应为 excellent > good > barelyQualified（优秀 > 良好 > 基本合格）',
    },
  });
}
