import { type CalendarDate, type Change, publicText } from '@qianshou/kernel';
import { orderRectification } from './rectification.ts';
import type { GradedBy, Station } from './station.ts';
import { type Grade, needOpened, type StationEvaluation } from './station-evaluation.ts';
import type { StationEvent } from './station-events.ts';

const BAD: readonly Grade[] = ['BARELY_QUALIFIED', 'UNQUALIFIED'];

export function isBad(grade: Grade): boolean {
  return BAD.includes(grade);
}

interface GradeFacts {
  /** Days for the rectification plan. */
  readonly planDays: number;
  readonly today: CalendarDate;
}

/**
 * STA-13: the latest evaluation is the station's grade; one entered late about an earlier day changes nothing here.
 * Barely qualified, an operating station must rectify.
 */
export function gradeStation(
  station: Station,
  evaluation: StationEvaluation,
  facts: GradeFacts,
): Change<Station, StationEvent> {
  const opened = needOpened(station);
  const before = opened.gradedBy;
  if (before !== null && before.evaluatedOn > evaluation.evaluatedOn) return { state: station, events: [] };
  const { id: evaluationId, year, kind, score, grade, evaluatedOn } = evaluation;
  const gradedBy: GradedBy = { evaluationId, year, kind, score, grade, evaluatedOn };
  const graded = { ...opened, gradedBy };
  const event = { type: 'station.graded', evaluationId, from: before?.grade ?? null, to: grade } as const;
  if (grade !== 'BARELY_QUALIFIED' || graded.status !== 'OPERATING') {
    return { state: graded, events: [event] };
  }
  const order = {
    reason: publicText('评估基本合格 (barely qualified)', 'reason'),
    evaluationId,
    orderedOn: facts.today,
  };
  const ordered = orderRectification(graded, order, facts);
  return { state: ordered.state, events: [event, ...ordered.events] };
}
