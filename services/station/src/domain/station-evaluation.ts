import {
  badInput,
  type CalendarDate,
  type Change,
  lineage,
  type PublicText,
  type RegionCode,
  type Versioned,
  yearOf,
} from '@qianshou/kernel';
import { dateInFuture, stationStatusWrong } from './errors.ts';
import type { AgencyId, EvaluationId, StationId } from './ids.ts';
import type { OpenedStation, Station } from './station.ts';
import type { GradeThresholds } from './station-rules.ts';

/** Best first (优秀、良好、基本合格、不合格). */
export const GRADES = ['EXCELLENT', 'GOOD', 'BARELY_QUALIFIED', 'UNQUALIFIED'] as const;
export type Grade = (typeof GRADES)[number];

export const EVALUATION_KINDS = ['MID_TERM', 'ANNUAL', 'FINAL', 'SPECIAL'] as const;
export type EvaluationKind = (typeof EVALUATION_KINDS)[number];

/** An evaluation out of 100 points, graded by the thresholds of the county on its day. */
export interface StationEvaluation extends Versioned {
  readonly id: EvaluationId;
  readonly stationId: StationId;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  /** The unit and everything above it: where the evaluation is listed. */
  readonly regions: readonly RegionCode[];
  /** Who ran the station then; null where the government did. */
  readonly operatorAgencyId: AgencyId | null;
  readonly year: number;
  readonly kind: EvaluationKind;
  readonly score: number;
  readonly grade: Grade;
  readonly evaluator: PublicText;
  readonly opinion: PublicText | null;
  readonly evaluatedOn: CalendarDate;
}

const FIRST_YEAR = 2015;
const LAST_YEAR = 2100;

/** The years that a station was evaluated for which still waits for this one's; null: for none at all. */
export function yearsBefore(year: number): readonly (number | null)[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw badInput({
      field: 'unevaluatedIn',
      reason: { en: `expected ${FIRST_YEAR} to ${LAST_YEAR}`, zh: `应为 ${FIRST_YEAR} 至 ${LAST_YEAR}` },
    });
  }
  return [null, ...Array.from({ length: year - FIRST_YEAR }, (_, at) => FIRST_YEAR + at)];
}

export interface EvaluationRecorded {
  readonly type: 'evaluation.recorded';
}

export interface EvaluationInput {
  readonly id: EvaluationId;
  readonly year: number;
  readonly kind: EvaluationKind;
  readonly score: number;
  readonly evaluator: PublicText;
  readonly opinion: PublicText | null;
  readonly evaluatedOn: CalendarDate;
}

/** STA-13: what a score is worth, by the thresholds of the county. */
export function gradeOf(score: number, { excellent, good, barelyQualified }: GradeThresholds): Grade {
  if (score >= excellent) return 'EXCELLENT';
  if (score >= good) return 'GOOD';
  return score >= barelyQualified ? 'BARELY_QUALIFIED' : 'UNQUALIFIED';
}

/** STA-13: an unqualified station bars its operator from the purchase of the next year. */
export function barsOperatorIn({ grade, year }: Pick<StationEvaluation, 'grade' | 'year'>): number | null {
  return grade === 'UNQUALIFIED' ? year + 1 : null;
}

/** Only what works or has worked is evaluated. One evaluation a year and kind, an index guards. */
export function recordEvaluation(
  input: EvaluationInput,
  station: Station,
  { grades, today }: { readonly grades: GradeThresholds; readonly today: CalendarDate },
): Change<StationEvaluation, EvaluationRecorded> {
  needOpened(station);
  refuseImpossible(input, today);
  const { townshipCode, countyCode, operatorAgencyId } = station;
  const state: StationEvaluation = {
    ...input,
    version: 0,
    stationId: station.id,
    townshipCode,
    countyCode,
    regions: lineage(townshipCode),
    operatorAgencyId,
    grade: gradeOf(input.score, grades),
  };
  return { state, events: [{ type: 'evaluation.recorded' }] };
}

export const OPENED_STATUSES = ['OPERATING', 'RECTIFYING', 'SUSPENDED'] as const;

export function needOpened(station: Station): OpenedStation {
  const { status } = station;
  if (status === 'OPERATING' || status === 'RECTIFYING' || status === 'SUSPENDED') return station;
  throw stationStatusWrong({ needed: [...OPENED_STATUSES], status });
}

function refuseImpossible({ score, year, evaluatedOn }: EvaluationInput, today: CalendarDate): void {
  if (evaluatedOn > today) throw dateInFuture({ day: evaluatedOn, today });
  if (!(score >= 0 && score <= 100 && Number.isInteger(score * 10))) {
    throw badInput({
      field: 'score',
      reason: { en: 'expected 0 to 100 with at most one decimal', zh: '应为 0 至 100，最多一位小数' },
    });
  }
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > yearOf(evaluatedOn)) {
    throw badInput({
      field: 'year',
      reason: {
        en: `expected a year from ${FIRST_YEAR} to that of the evaluation`,
        zh: `应为 ${FIRST_YEAR} 年至评估当年之间的年份`,
      },
    });
  }
}
