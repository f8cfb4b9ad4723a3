import {
  addDays,
  type CalendarDate,
  type Change,
  type DocumentReference,
  type Grounds,
  type PublicText,
  requireDifference,
  requireNotStruck,
  struckOut,
} from '@qianshou/kernel';
import type { Contract } from '../contract/contract.ts';
import { dayInFuture } from '../reference/errors.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import {
  appealNotOpen,
  appealPending,
  appealTooLate,
  fundEvaluationStruck,
  nothingToRectify,
  rectifiedBeforeEvaluation,
} from './errors.ts';
import {
  barsProviderIn,
  type EvaluationScores,
  type FundEvaluation,
  type FundEvaluationEvent,
  type FundRectification,
  measure,
  refuseOutside,
} from './fund-evaluation.ts';

type Decided = Change<FundEvaluation, FundEvaluationEvent>;

/** It never happened: it bars nobody any more, and the contract may be evaluated anew. */
export function strikeFundEvaluation(
  evaluation: FundEvaluation,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Decided {
  requireNotStruck(evaluation, fundEvaluationStruck);
  return {
    state: { ...evaluation, struck: struckOut(reason, today, evidence) },
    events: [{ type: 'fund-evaluation.struck', barredIn: barsProviderIn(evaluation) }],
  };
}

/** What is not named stays as it is. */
export type FundCorrected = Partial<
  Pick<FundEvaluation, 'evaluator' | 'opinion' | 'evaluatedOn'> & EvaluationScores
>;

export interface FundCorrectionFacts extends Grounds {
  readonly contract: Contract;
  readonly today: CalendarDate;
}

/** It was otherwise: total, grade and whom it bars follow, by the weights that it was measured by. */
export function correctFundEvaluation(
  evaluation: FundEvaluation,
  corrected: FundCorrected,
  { reason, evidence, contract, today }: FundCorrectionFacts,
): Decided {
  requireNotStruck(evaluation, fundEvaluationStruck);
  const stood = correctable(evaluation);
  requireDifference<FundCorrected>(stood, corrected);
  const { evaluator, opinion, evaluatedOn, ...scores } = { ...stood, ...corrected };
  refuseOutside(contract, { year: evaluation.year, evaluatedOn }, today);
  const right = { ...evaluation, evaluator, opinion, evaluatedOn, scores };
  return remeasured(evaluation, right, { on: today, reason, evidence });
}

function correctable({ scores, evaluator, opinion, evaluatedOn }: FundEvaluation): Required<FundCorrected> {
  return { ...scores, evaluator, opinion, evaluatedOn };
}

function remeasured(
  evaluation: FundEvaluation,
  right: FundEvaluation,
  why: Grounds & { readonly on: CalendarDate },
): Decided {
  const { scores, total, grade, evaluatedOn, corrections = [] } = evaluation;
  const before = { ...why, scores, total, grade, evaluatedOn };
  const measured = measure(right.scores, evaluation.rules, right.evaluatedOn);
  const rectification = measured.rectification && goneOn(evaluation, measured.rectification);
  return {
    state: { ...right, ...measured, rectification, corrections: [...corrections, before] },
    events: [{ type: 'fund-evaluation.corrected', barredIn: barsProviderIn(evaluation) }],
  };
}

/** What was put right stays so, and what was told as overdue, unless there is more time for it now. */
function goneOn({ rectification: before }: FundEvaluation, due: FundRectification): FundRectification {
  if (before === null) return due;
  const { doneOn, proof } = before;
  const overdueSince = before.dueOn < due.dueOn ? null : before.overdueSince;
  return { ...due, doneOn, proof, overdueSince };
}

export interface Objection {
  readonly by: string;
  readonly on: CalendarDate;
  readonly reason: PublicText;
  readonly evidence: DocumentReference | null;
}

/** The provider objects once, within the county's days. What was graded holds until it is decided. */
export function appealEvaluation(evaluation: FundEvaluation, objection: Objection): Decided {
  requireNotStruck(evaluation, fundEvaluationStruck);
  if (evaluation.appeal !== null) throw appealPending({ on: evaluation.appeal.on });
  const until = addDays(evaluation.evaluatedOn, evaluation.rules.appealDays);
  if (objection.on > until) throw appealTooLate({ until });
  const open = { decidedBy: null, decidedOn: null, upheld: null, decision: null };
  return {
    state: { ...evaluation, appeal: { ...objection, ...open } },
    events: [{ type: 'fund-evaluation.appealed', by: objection.by }],
  };
}

export interface AppealDecision {
  readonly by: string;
  readonly on: CalendarDate;
  readonly decision: PublicText;
  /** The scores that are right; null: the objection is not upheld. */
  readonly scores: Partial<EvaluationScores> | null;
}

/** By another person than who evaluated. Upheld, the right scores make another grade, and a bar that rested on it ends. */
export function decideAppeal(evaluation: FundEvaluation, decided: AppealDecision): Decided {
  const { appeal } = evaluation;
  requireNotStruck(evaluation, fundEvaluationStruck);
  if (appeal === null || appeal.decidedOn !== null) throw appealNotOpen();
  const { by, on, decision, scores } = decided;
  requireSecondPerson('EVALUATOR_APPEAL', by, [evaluation.evaluatedBy]);
  const upheld = scores !== null;
  const answered = { ...appeal, decidedBy: by, decidedOn: on, upheld, decision };
  const event = { type: 'fund-evaluation.appeal-decided', by, upheld } as const;
  if (scores === null) return { state: { ...evaluation, appeal: answered }, events: [event] };
  requireDifference<Partial<EvaluationScores>>(evaluation.scores, scores);
  const right = { ...evaluation, scores: { ...evaluation.scores, ...scores } };
  const why = { on, reason: decision, evidence: appeal.evidence };
  const { state, events } = remeasured(evaluation, right, why);
  return { state: { ...state, appeal: answered }, events: [event, ...events] };
}

/** Barely qualified: what was to be put right was, with what shows it. */
export function confirmRectified(
  evaluation: FundEvaluation,
  { by, on, proof, today }: RectificationDone,
): Decided {
  requireNotStruck(evaluation, fundEvaluationStruck);
  const { rectification, evaluatedOn } = evaluation;
  if (rectification === null || rectification.doneOn !== null) throw nothingToRectify();
  if (on > today) throw dayInFuture({ field: 'rectifiedOn', day: on, today });
  if (on < evaluatedOn) throw rectifiedBeforeEvaluation({ rectifiedOn: on, evaluatedOn });
  return {
    state: { ...evaluation, rectification: { ...rectification, doneOn: on, proof } },
    events: [{ type: 'fund-evaluation.rectified', by, on }],
  };
}

export interface RectificationDone {
  readonly by: string;
  readonly on: CalendarDate;
  readonly proof: DocumentReference | null;
  readonly today: CalendarDate;
}

/** Told once; nothing where it was done, struck or told already. */
export function noteOverdue(evaluation: FundEvaluation, today: CalendarDate): Decided {
  const { rectification, struck = null } = evaluation;
  const waits = rectification?.doneOn === null && rectification.overdueSince === null;
  if (rectification === null || !waits || struck !== null || today <= rectification.dueOn)
    return { state: evaluation, events: [] };
  const since = addDays(rectification.dueOn, 1);
  return {
    state: { ...evaluation, rectification: { ...rectification, overdueSince: since } },
    events: [{ type: 'fund-evaluation.rectification-overdue', since }],
  };
}
