import { type CalendarDate, type Change, yearOf } from '@qianshou/kernel';
import { orderRectification } from '../station/rectification.ts';
import type { GradedBy, Grade } from '../station/grade.ts';
import type { OpenedStation, Station } from '../station/station.ts';
import { needOpened } from '../station/opened-station.ts';
import type { StationEvaluation } from './station-evaluation.ts';
import type { StationEvent } from '../station/station-events.ts';
import { annualGradeOf } from '../station/annual-grade.ts';

export interface GradeFacts {
  /** Days for the rectification plan. */
  readonly planDays: number;
  readonly today: CalendarDate;
}

/**
 * STA-13: the evaluation of the latest year, and of its last day, is the station's grade; one entered late about an
 * earlier year or day changes nothing here. Barely qualified, an operating station must rectify.
 */
export function gradeStation(
  station: Station,
  evaluation: StationEvaluation,
  facts: GradeFacts,
): Change<Station, StationEvent> {
  const opened = needOpened(station);
  const said = gradingOf(evaluation);
  return ranked(
    opened,
    { gradedBy: later(opened.gradedBy, said), annualGrade: later(annualGradeOf(opened), annualOnly(said)) },
    facts,
  );
}

/** After one was struck out or corrected: what the evaluations that stand say of the station. */
export function regradeStation(
  station: Station,
  standing: readonly StationEvaluation[],
  facts: GradeFacts,
): Change<Station, StationEvent> {
  if (station.status === 'CLOSED') return { state: station, events: [] };
  const said = standing.map(gradingOf);
  const gradedBy = said.reduce(later, null);
  const annualGrade = said.map(annualOnly).reduce(later, null);
  return ranked(needOpened(station), { gradedBy, annualGrade }, facts);
}

interface Ranking {
  readonly gradedBy: GradedBy | null;
  readonly annualGrade: GradedBy | null;
}

function ranked(station: OpenedStation, after: Ranking, facts: GradeFacts): Change<Station, StationEvent> {
  const before = { gradedBy: station.gradedBy, annualGrade: annualGradeOf(station) };
  const isRegraded = !isSame(before.gradedBy, after.gradedBy);
  const told = [after.gradedBy, after.annualGrade, before.gradedBy].find((each) => each !== null);
  if (told === undefined || told === null) return unchanged(station);
  if (!isRegraded && isSame(before.annualGrade, after.annualGrade)) return unchanged(station);
  const graded = { ...station, ...after };
  const [from, to] = [gradeOrNone(before.gradedBy), gradeOrNone(after.gradedBy)];
  const event = { type: 'station.graded', evaluationId: told.evaluationId, from, to } as const;
  const followed = isRegraded ? withRectification(graded, facts) : unchanged(graded);
  return { state: followed.state, events: [event, ...followed.events] };
}

function gradeOrNone(graded: GradedBy | null): Grade | null {
  return graded === null ? null : graded.grade;
}

/** Barely qualified for this year or the last one, an operating station rectifies. */
function withRectification(station: OpenedStation, facts: GradeFacts): Change<Station, StationEvent> {
  const { gradedBy } = station;
  if (station.status !== 'OPERATING' || gradedBy?.grade !== 'BARELY_QUALIFIED') return unchanged(station);
  if (gradedBy.year < yearOf(facts.today) - 1) return unchanged(station);
  const order = { reason: null, evaluationId: gradedBy.evaluationId, orderedOn: facts.today };
  return orderRectification(station, order, facts);
}

/** The rectification that a struck or corrected evaluation had led to is not asked for any more. */
export function liftRectification(
  station: Station,
  { id, grade, struck = null }: Pick<StationEvaluation, 'id' | 'grade' | 'struck'>,
  today: CalendarDate,
): Change<Station, StationEvent> {
  if (station.status !== 'RECTIFYING' || station.rectification.evaluationId !== id) return unchanged(station);
  if (struck === null && grade === 'BARELY_QUALIFIED') return unchanged(station);
  const wasOverdue = station.rectification.overdueSince !== null;
  return {
    state: { ...station, status: 'OPERATING', rectification: null },
    events: [{ type: 'station.rectified', rectifiedOn: today, wasOverdue, lifted: true }],
  };
}

function unchanged(station: Station): Change<Station, StationEvent> {
  return { state: station, events: [] };
}

function gradingOf({ id, year, kind, score, grade, evaluatedOn }: StationEvaluation): GradedBy {
  return { evaluationId: id, year, kind, score, grade, evaluatedOn };
}

function annualOnly(graded: GradedBy): GradedBy | null {
  return graded.kind === 'ANNUAL' ? graded : null;
}

/** By the year that was evaluated, then by the day on which it was. */
function later(one: GradedBy | null, other: GradedBy | null): GradedBy | null {
  if (one === null || other === null) return one ?? other;
  if (one.year !== other.year) return one.year > other.year ? one : other;
  return one.evaluatedOn > other.evaluatedOn ? one : other;
}

function isSame(one: GradedBy | null, other: GradedBy | null): boolean {
  return inOneLine(one) === inOneLine(other);
}

function inOneLine(graded: GradedBy | null): string {
  if (graded === null) return '';
  const { evaluationId, year, kind, score, grade, evaluatedOn } = graded;
  return [evaluationId, year, kind, score, grade, evaluatedOn].join('|');
}
