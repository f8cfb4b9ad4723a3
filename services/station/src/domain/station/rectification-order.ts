import type { CalendarDate, DocumentReference, PublicText } from '@qianshou/kernel';
import type { EvaluationId } from '../ids.ts';

/** What is to be put right, and how far that has come. */
export interface Rectification {
  /** What the bureau wrote; null where an evaluation is the reason. */
  readonly reason: PublicText | null;
  /** The evaluation that led to it; null where the bureau ordered it by itself. */
  readonly evaluationId: EvaluationId | null;
  readonly orderedOn: CalendarDate;
  readonly planDueOn: CalendarDate;
  /** The day by which the next step is due: the plan, then what it promises. */
  readonly dueOn: CalendarDate;
  readonly plan: RectificationPlan | null;
  /** The day on which plan or completion was found late; null while in time. */
  readonly overdueSince: CalendarDate | null;
}

export interface RectificationPlan {
  readonly measures: PublicText;
  readonly filedOn: CalendarDate;
  readonly completeBy: CalendarDate;
}

/** A rectification that was confirmed, and what shows that it was carried out. */
export interface RectificationDone {
  readonly rectifiedOn: CalendarDate;
  readonly proof?: readonly DocumentReference[];
}
