import { type Actor, type CalendarDate, canPutRight, type CorrectionTime } from '@qianshou/kernel';
import { type Confirmable, verdictOn } from './confirmation.ts';
import { type DispatchAssignment, isAccountedFor } from './dispatch-assignment.ts';
import { type PairingTarget, takesProgress } from './pairing-target.ts';
import { isOpen, type Pairing } from '../pairing/pairing.ts';
import type { ProgressReport } from './progress-report.ts';
import type { SupervisionNote } from './supervision-note.ts';
import type { SupportActivity } from './support-activity.ts';
import type { PairingEvaluation } from './pairing-evaluation.ts';
import { canAcceptReport, canJudgeWork, canRecordWork, canSupervise } from './policy.ts';
import { evaluationToPutRight, noteToPutRight, workToPutRight } from './putting-right.ts';
import { isBegun } from './work-span.ts';

export type DispatchAction = 'END' | 'CONFIRM' | 'CONTEST' | 'CORRECT' | 'STRIKE';
export type ActivityAction = 'CONFIRM' | 'CONTEST' | 'CORRECT' | 'STRIKE';
export type TargetAction = 'RECORD_PROGRESS' | 'CORRECT_PROGRESS' | 'STRIKE_PROGRESS' | 'CORRECT' | 'STRIKE';
export type ReportAction = 'ACCEPT' | 'RETURN';
export type NoteAction = 'CLOSE' | 'CORRECT' | 'STRIKE';
export type EvaluationAction = 'CORRECT' | 'STRIKE';

export interface WorkFacts extends CorrectionTime {
  readonly pairing: Pairing;
}

/** The actions that are allowed, in the order in which they are written. */
function those<Action extends string>(allowed: Readonly<Record<Action, boolean>>): readonly Action[] {
  return (Object.keys(allowed) as Action[]).filter((action) => allowed[action]);
}

/** What this caller may do with a stay now. A mistake is struck out as long as the pairing is not over. */
export function actionsOnDispatch(
  actor: Actor,
  dispatch: DispatchAssignment,
  { pairing, ...time }: WorkFacts,
): readonly DispatchAction[] {
  const stands = dispatch.status !== 'STRUCK';
  const right = stands && isBegun(pairing) && canPutRight(actor, workToPutRight(actor, dispatch, time));
  return those({
    END: canRecordWork(actor, dispatch) && stands && !isAccountedFor(dispatch),
    ...judging(
      dispatch,
      stands && isAccountedFor(dispatch) && isBegun(pairing) && canJudgeWork(actor, dispatch),
    ),
    CORRECT: right,
    STRIKE: right,
  });
}

export function actionsOnActivity(
  actor: Actor,
  activity: SupportActivity,
  { pairing, ...time }: WorkFacts,
): readonly ActivityAction[] {
  const stands = activity.struck === null && isBegun(pairing);
  const right = stands && canPutRight(actor, workToPutRight(actor, activity, time));
  return those({
    ...judging(activity, stands && canJudgeWork(actor, activity)),
    CORRECT: right,
    STRIKE: right,
  });
}

/** Nobody says the same twice. */
function judging(fact: Confirmable, may: boolean) {
  const verdict = verdictOn(fact);
  return { CONFIRM: may && verdict !== 'CONFIRMED', CONTEST: may && verdict !== 'CONTESTED' };
}

export function actionsOnTarget(
  actor: Actor,
  target: PairingTarget,
  { pairing, ...time }: WorkFacts,
): readonly TargetAction[] {
  const stands = (target.struck ?? null) === null;
  const right = stands && isOpen(pairing) && canPutRight(actor, workToPutRight(actor, target, time));
  const progressed = right && target.progress.some(({ struck }) => struck === null);
  return those({
    RECORD_PROGRESS: stands && canRecordWork(actor, target) && takesProgress(target) && isBegun(pairing),
    CORRECT_PROGRESS: progressed,
    STRIKE_PROGRESS: progressed,
    CORRECT: right,
    STRIKE: right,
  });
}

export function actionsOnReport(actor: Actor, report: ProgressReport): readonly ReportAction[] {
  const decides = canAcceptReport(actor, report) && report.status === 'SUBMITTED';
  return those({ ACCEPT: decides, RETURN: decides });
}

export function actionsOnNote(
  actor: Actor,
  note: SupervisionNote,
  today: CalendarDate,
): readonly NoteAction[] {
  const stands = (note.struck ?? null) === null;
  const right = stands && canPutRight(actor, noteToPutRight(actor, note, today));
  return those({
    CLOSE: stands && canSupervise(actor, note) && note.status === 'OPEN',
    CORRECT: right,
    STRIKE: right,
  });
}

export function actionsOnEvaluation(
  actor: Actor,
  evaluation: PairingEvaluation,
  time: CorrectionTime,
): readonly EvaluationAction[] {
  const stands = (evaluation.struck ?? null) === null;
  const right = stands && canPutRight(actor, evaluationToPutRight(actor, evaluation, time));
  return those({ CORRECT: right, STRIKE: right });
}
