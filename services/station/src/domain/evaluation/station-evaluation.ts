import {
  badInput,
  calendarDate,
  type CalendarDate,
  type Change,
  gradeOf,
  type GradeThresholds,
  lineage,
  type PublicText,
  type RegionCode,
  requireScore,
  type Struck,
  type Versioned,
  yearOf,
} from '@qianshou/kernel';
import { dateInFuture, datesOutOfOrder } from '../reference/errors.ts';
import type { AgencyId, EvaluationId, StationId } from '../ids.ts';
import type { Station } from '../station/station.ts';
import type { Grade, EvaluationKind } from '../station/grade.ts';
import { operatorOn } from '../station/operator-change.ts';
import { needOpened } from '../station/opened-station.ts';

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
  /** Null unless it was recorded by mistake; then it counts no more. Absent in records of before. */
  readonly struck?: Struck | null;
  /** What it said before it was corrected, oldest first. */
  readonly corrections?: readonly Correction[];
}

/** What stood before a correction, and why it was corrected. */
export interface Correction
  extends Struck, Pick<StationEvaluation, 'year' | 'kind' | 'score' | 'grade' | 'evaluatedOn'> {}

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

export type EvaluationEvent =
  | EvaluationRecorded
  | { readonly type: 'evaluation.struck'; readonly barredIn: number | null }
  | { readonly type: 'evaluation.corrected'; readonly barredIn: number | null };

export interface EvaluationInput {
  readonly id: EvaluationId;
  readonly year: number;
  readonly kind: EvaluationKind;
  readonly score: number;
  readonly evaluator: PublicText;
  readonly opinion: PublicText | null;
  readonly evaluatedOn: CalendarDate;
}

/** STA-13: a year in which its station was unqualified bars the operator from the purchase of the next one. */
export function barsOperatorIn({
  grade,
  kind,
  year,
  struck = null,
}: Pick<StationEvaluation, 'grade' | 'kind' | 'year' | 'struck'>): number | null {
  return grade === 'UNQUALIFIED' && kind === 'ANNUAL' && struck === null ? year + 1 : null;
}

/** Only what works or has worked is evaluated. One evaluation a year and kind, an index guards. */
export function recordEvaluation(
  input: EvaluationInput,
  station: Station,
  { grades, today }: { readonly grades: GradeThresholds; readonly today: CalendarDate },
): Change<StationEvaluation, EvaluationRecorded> {
  const { openedOn } = needOpened(station);
  refuseImpossible(input, openedOn, today);
  const { townshipCode, countyCode } = station;
  const state: StationEvaluation = {
    ...input,
    version: 0,
    stationId: station.id,
    townshipCode,
    countyCode,
    regions: lineage(townshipCode),
    operatorAgencyId: answersFor(station, input),
    grade: gradeOf(input.score, grades),
  };
  return { state, events: [{ type: 'evaluation.recorded' }] };
}

/** A year is answered for by whoever ran the station at its end, or on the day of the evaluation before that. */
export function answersFor(
  station: Station,
  { year, evaluatedOn }: Pick<EvaluationInput, 'year' | 'evaluatedOn'>,
): AgencyId | null {
  return operatorOn(station, year < yearOf(evaluatedOn) ? calendarDate(`${year}-12-31`) : evaluatedOn);
}

/** Whether an evaluation of these points, year and day can be one of a station that opened then. */
export function refuseImpossible(
  { score, year, evaluatedOn }: Pick<EvaluationInput, 'score' | 'year' | 'evaluatedOn'>,
  openedOn: CalendarDate,
  today: CalendarDate,
): void {
  if (evaluatedOn > today) throw dateInFuture({ day: evaluatedOn, today });
  if (evaluatedOn < openedOn)
    throw datesOutOfOrder({ field: 'evaluatedOn', day: evaluatedOn, after: openedOn });
  requireScore(score);
  const first = Math.max(FIRST_YEAR, yearOf(openedOn));
  if (!Number.isInteger(year) || year < first || year > yearOf(evaluatedOn)) {
    throw badInput({ field: 'year', reason: yearBetween(first, yearOf(evaluatedOn)) });
  }
}

function yearBetween(first: number, last: number) {
  return {
    en: `expected a year from ${first}, in which the station worked, to ${last}, that of the evaluation`,
    zh: `应为社工站启用年度 ${first} 至评估日期所在年度 ${last} 之间的年度`,
  };
}
