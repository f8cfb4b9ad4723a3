import type { Publication } from '@qianshou/events';
import { verdictOn } from '../../domain/work/confirmation.ts';
import type { DispatchAssignment } from '../../domain/work/dispatch-assignment.ts';
import type { DispatchEvent } from '../../domain/work/dispatch-events.ts';
import type { EvaluationEvent, PairingEvaluation } from '../../domain/work/pairing-evaluation.ts';
import type { PairingRecord } from '../../domain/work/pairing-record.ts';
import type { PairingTarget, TargetEvent } from '../../domain/work/pairing-target.ts';
import type { ProgressReport, ReportEvent } from '../../domain/work/progress-report.ts';
import type { PublicityEvent, PublicityItem } from '../../domain/work/publicity-item.ts';
import type { NoteEvent, SupervisionNote } from '../../domain/work/supervision-note.ts';
import type { ActivityEvent, SupportActivity } from '../../domain/work/support-activity.ts';

/** Counts, days and references: notes, opinions and problems stay with the record, for free text could name somebody. */
function ofPairing({ pairingId, schemeId, countyCode }: PairingRecord) {
  return { pairingId, schemeId, countyCode };
}

export function publishTargetEvent(event: TargetEvent, target: PairingTarget): Publication {
  const regionCode = target.countyCode;
  const { targetId, taskGroup } = event;
  const named = { ...ofPairing(target), targetId, taskGroup };
  switch (event.type) {
    case 'target.struck': {
      const data = { ...named, wasMet: event.wasMet };
      return { type: 'qianshou.pairing.target-struck.v1', data, regionCode };
    }
    case 'target.corrected': {
      const { targetValue, dueOn } = target;
      const data = { ...named, targetValue, dueOn, isMet: event.isMet, before: event.before };
      return { type: 'qianshou.pairing.target-corrected.v1', data, regionCode };
    }
    case 'target.progress-corrected': {
      const { achievedValue, wasMet, isMet } = event;
      const data = { ...named, achievedValue, wasMet, isMet };
      return { type: 'qianshou.pairing.target-progress-corrected.v1', data, regionCode };
    }
    case 'target.set': {
      const data = { ...named, targetValue: event.targetValue, dueOn: event.dueOn };
      return { type: 'qianshou.pairing.target-set.v1', data, regionCode };
    }
    case 'target.progressed': {
      const { achievedValue, wasMet, isMet } = event;
      const data = { ...named, achievedValue, wasMet, isMet };
      return { type: 'qianshou.pairing.target-progressed.v1', data, regionCode };
    }
    case 'target.progress-struck': {
      const { achievedValue, wasMet, isMet } = event;
      const data = { ...named, achievedValue, wasMet, isMet };
      return { type: 'qianshou.pairing.target-progress-struck.v1', data, regionCode };
    }
  }
}

export function publishDispatchEvent(event: DispatchEvent, dispatch: DispatchAssignment): Publication {
  const regionCode = dispatch.countyCode;
  const { workerId, role, mode, arrivedOn } = dispatch;
  const person = { dispatchId: dispatch.id, workerId, role, mode, arrivedOn };
  const named = { ...ofPairing(dispatch), ...person };
  switch (event.type) {
    case 'dispatch.started': {
      const data = { ...named, firstOfYear: event.firstOfYear };
      return { type: 'qianshou.pairing.dispatch-started.v1', data, regionCode };
    }
    case 'dispatch.ended': {
      const { leftOn, workingDays, again, workerDaysBefore, workerDays } = event;
      const days = { leftOn, workingDays, workerDaysBefore, workerDays };
      const data = { ...named, ...days, ...(again ? { again } : {}) };
      return { type: 'qianshou.pairing.dispatch-ended.v1', data, regionCode };
    }
    case 'dispatch.corrected': {
      const { leftOn, workingDays } = dispatch;
      const { firstOfYear, workerDaysBefore, workerDays, before } = event;
      const days = { leftOn, workingDays, firstOfYear, workerDaysBefore, workerDays };
      const data = { ...named, ...days, before, verdictBefore: event.verdictBefore };
      return { type: 'qianshou.pairing.dispatch-corrected.v1', data, regionCode };
    }
    case 'dispatch.judged': {
      const { workingDays } = dispatch;
      const verdict = verdictOn(dispatch);
      const data = { ...named, workingDays: workingDays ?? 0, verdict, verdictBefore: event.verdictBefore };
      return { type: 'qianshou.pairing.dispatch-judged.v1', data, regionCode };
    }
    case 'dispatch.struck': {
      const { leftOn, workingDays } = dispatch;
      const { wasPresent, onlyOfYear, workerDaysBefore, workerDays } = event;
      const { verdictBefore } = event;
      const counted = { wasPresent, onlyOfYear, workerDaysBefore, workerDays, verdictBefore };
      const data = { ...named, leftOn, workingDays, ...counted };
      return { type: 'qianshou.pairing.dispatch-struck.v1', data, regionCode };
    }
  }
}

export function publishActivityEvent(event: ActivityEvent, activity: SupportActivity): Publication {
  const { taskGroup, kind, onsite, heldOn, hours, participants, documentsIssued } = activity;
  const what = { taskGroup, kind, onsite, heldOn, hours, participants, documentsIssued };
  const data = { ...ofPairing(activity), activityId: event.activityId, ...what };
  const regionCode = activity.countyCode;
  switch (event.type) {
    case 'activity.logged':
      return { type: 'qianshou.pairing.activity-logged.v1', data, regionCode };
    case 'activity.struck':
      return {
        type: 'qianshou.pairing.activity-struck.v1',
        data: { ...data, verdictBefore: event.verdictBefore },
        regionCode,
      };
    case 'activity.judged': {
      const judged = { ...data, verdict: verdictOn(activity), verdictBefore: event.verdictBefore };
      return { type: 'qianshou.pairing.activity-judged.v1', data: judged, regionCode };
    }
    case 'activity.corrected': {
      const { evidenceUrls: _links, note: _note, ...before } = event.before;
      const corrected = { ...data, before, verdictBefore: event.verdictBefore };
      return { type: 'qianshou.pairing.activity-corrected.v1', data: corrected, regionCode };
    }
  }
}

export function publishReportEvent(event: ReportEvent, report: ProgressReport): Publication {
  const regionCode = report.countyCode;
  const { startsOn, endsOn } = report;
  const named = { ...ofPairing(report), reportId: event.reportId, period: event.period, startsOn, endsOn };
  switch (event.type) {
    case 'report.submitted':
      return {
        type: 'qianshou.pairing.report-submitted.v1',
        data: { ...named, late: event.late, again: event.again },
        regionCode,
      };
    case 'report.accepted':
      return { type: 'qianshou.pairing.report-accepted.v1', data: named, regionCode };
    case 'report.returned':
      return { type: 'qianshou.pairing.report-returned.v1', data: named, regionCode };
  }
}

export function publishEvaluationEvent(event: EvaluationEvent, evaluation: PairingEvaluation): Publication {
  const { kind, year, score, grade, evaluatedOn, dispatchingAgencyId } = evaluation;
  const verdict = { kind, year, score, grade, evaluatedOn, dispatchingAgencyId };
  const data = { ...ofPairing(evaluation), evaluationId: event.evaluationId, ...verdict };
  const regionCode = evaluation.countyCode;
  switch (event.type) {
    case 'pairing.evaluated':
      return { type: 'qianshou.pairing.evaluated.v1', data, regionCode };
    case 'pairing.evaluation-struck':
      return { type: 'qianshou.pairing.evaluation-struck.v1', data, regionCode };
    case 'pairing.evaluation-corrected': {
      const corrected = { ...data, before: event.before };
      return { type: 'qianshou.pairing.evaluation-corrected.v1', data: corrected, regionCode };
    }
  }
}

export function publishNoteEvent(event: NoteEvent, note: SupervisionNote): Publication {
  const regionCode = note.countyCode;
  const named = { ...ofPairing(note), noteId: event.noteId };
  switch (event.type) {
    case 'supervision.noted': {
      const data = { ...named, notedOn: event.notedOn, followUpOn: event.followUpOn };
      return { type: 'qianshou.pairing.supervision-noted.v1', data, regionCode };
    }
    case 'supervision.struck': {
      const data = { ...named, notedOn: note.notedOn };
      return { type: 'qianshou.pairing.supervision-struck.v1', data, regionCode };
    }
    case 'supervision.corrected': {
      const data = { ...named, notedOn: note.notedOn, followUpOn: note.followUpOn };
      return { type: 'qianshou.pairing.supervision-corrected.v1', data, regionCode };
    }
    case 'supervision.closed': {
      const data = { ...named, closedOn: event.closedOn };
      return { type: 'qianshou.pairing.supervision-closed.v1', data, regionCode };
    }
  }
}

export function publishPublicityEvent(event: PublicityEvent, item: PublicityItem): Publication {
  const { kind, publishedOn, pairingId, regionCode } = item;
  const data = { publicityId: event.publicityId, kind, publishedOn, pairingId, regionCode };
  switch (event.type) {
    case 'publicity.recorded':
      return { type: 'qianshou.pairing.publicity-recorded.v1', data, regionCode };
    case 'publicity.struck':
      return { type: 'qianshou.pairing.publicity-struck.v1', data, regionCode };
    case 'publicity.corrected': {
      const corrected = { ...data, before: event.before };
      return { type: 'qianshou.pairing.publicity-corrected.v1', data: corrected, regionCode };
    }
  }
}
