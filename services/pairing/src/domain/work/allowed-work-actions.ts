import type { Actor } from '@qianshou/kernel';
import { type DispatchAssignment, isAccountedFor } from './dispatch-assignment.ts';
import { type PairingTarget, takesProgress } from './pairing-target.ts';
import { isOpen, type Pairing } from '../pairing/pairing.ts';
import type { ProgressReport } from './progress-report.ts';
import type { SupervisionNote } from './supervision-note.ts';
import type { SupportActivity } from './support-activity.ts';
import type { PairingEvaluation } from './pairing-evaluation.ts';
import { canAcceptReport, canEvaluate, canRecordWork, canSupervise } from './policy.ts';
import { isBegun } from './work-span.ts';

export type DispatchAction = 'END' | 'STRIKE';
export type ActivityAction = 'STRIKE';
export type TargetAction = 'RECORD_PROGRESS' | 'STRIKE_PROGRESS';
export type ReportAction = 'ACCEPT' | 'RETURN';
export type NoteAction = 'CLOSE';
export type EvaluationAction = 'CORRECT' | 'STRIKE';

/** The actions that are allowed, in the order in which they are written. */
function those<Action extends string>(allowed: Readonly<Record<Action, boolean>>): readonly Action[] {
  return (Object.keys(allowed) as Action[]).filter((action) => allowed[action]);
}

/** What this caller may do with a stay now. A mistake is struck out as long as the pairing is not over. */
export function actionsOnDispatch(
  actor: Actor,
  dispatch: DispatchAssignment,
  pairing: Pairing,
): readonly DispatchAction[] {
  const records = canRecordWork(actor, dispatch);
  return those({
    END: records && dispatch.status !== 'STRUCK' && !isAccountedFor(dispatch),
    STRIKE: records && dispatch.status !== 'STRUCK' && isBegun(pairing),
  });
}

export function actionsOnActivity(
  actor: Actor,
  activity: SupportActivity,
  pairing: Pairing,
): readonly ActivityAction[] {
  return those({ STRIKE: canRecordWork(actor, activity) && activity.struck === null && isBegun(pairing) });
}

export function actionsOnTarget(
  actor: Actor,
  target: PairingTarget,
  pairing: Pairing,
): readonly TargetAction[] {
  const records = canRecordWork(actor, target);
  const stands = target.progress.some(({ struck }) => struck === null);
  return those({
    RECORD_PROGRESS: records && takesProgress(target) && isBegun(pairing),
    STRIKE_PROGRESS: records && stands && isOpen(pairing),
  });
}

export function actionsOnReport(actor: Actor, report: ProgressReport): readonly ReportAction[] {
  const decides = canAcceptReport(actor, report) && report.status === 'SUBMITTED';
  return those({ ACCEPT: decides, RETURN: decides });
}

export function actionsOnNote(actor: Actor, note: SupervisionNote): readonly NoteAction[] {
  return those({ CLOSE: canSupervise(actor, note) && note.status === 'OPEN' });
}

export function actionsOnEvaluation(
  actor: Actor,
  evaluation: PairingEvaluation,
): readonly EvaluationAction[] {
  const stands = canEvaluate(actor, evaluation) && (evaluation.struck ?? null) === null;
  return those({ CORRECT: stands, STRIKE: stands });
}
