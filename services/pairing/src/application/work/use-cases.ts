import type { Ports } from '../ports.ts';
import { ofKeptAgencies } from '../reference/kept-agencies.ts';
import { acceptProgressReport } from './accept-progress-report.ts';
import { closeSupervisionNote } from './close-supervision-note.ts';
import { correctPairingEvaluation } from './correct-pairing-evaluation.ts';
import { correctDispatch } from './correct-dispatch.ts';
import { correctPairingTarget } from './correct-pairing-target.ts';
import { correctSupportActivity } from './correct-support-activity.ts';
import { correctTargetProgress } from './correct-target-progress.ts';
import { endDispatch } from './end-dispatch.ts';
import { judgeStay, judgeSupportActivity } from './judge-work.ts';
import { listNotes, listPairingsToSupervise, listReports } from './list-work.ts';
import { logSupportActivity } from './log-support-activity.ts';
import { noteSupervision } from './note-supervision.ts';
import { correctSupervisionNote, strikeSupervisionNote } from './put-note-right.ts';
import { recordPairingEvaluation } from './record-pairing-evaluation.ts';
import { correctPublicityItem, strikePublicityItem } from './put-publicity-right.ts';
import { recordPublicityItem } from './record-publicity-item.ts';
import { recordTargetProgress } from './record-target-progress.ts';
import { returnProgressReport } from './return-progress-report.ts';
import { setPairingTarget } from './set-pairing-target.ts';
import { startDispatch } from './start-dispatch.ts';
import { strikeDispatch } from './strike-dispatch.ts';
import { strikePairingEvaluation } from './strike-pairing-evaluation.ts';
import { strikePairingTarget } from './strike-pairing-target.ts';
import { strikeSupportActivity } from './strike-support-activity.ts';
import { strikeTargetProgress } from './strike-target-progress.ts';
import { submitProgressReport } from './submit-progress-report.ts';

export function useCasesOfWork(ports: Ports) {
  return {
    acceptProgressReport: acceptProgressReport(ports),
    closeSupervisionNote: closeSupervisionNote(ports),
    correctDispatch: correctDispatch(ports),
    correctPairingTarget: correctPairingTarget(ports),
    correctSupportActivity: correctSupportActivity(ports),
    correctTargetProgress: correctTargetProgress(ports),
    correctPairingEvaluation: correctPairingEvaluation(ports),
    endDispatch: endDispatch(ports),
    judgeStay: judgeStay(ports),
    judgeSupportActivity: judgeSupportActivity(ports),
    listActivities: ofKeptAgencies(ports.agencies, ports.activities.list),
    listDispatches: ofKeptAgencies(ports.agencies, ports.dispatches.list),
    listEvaluations: ofKeptAgencies(ports.agencies, ports.evaluations.list),
    listNotes: ofKeptAgencies(ports.agencies, listNotes(ports)),
    listPairingsToSupervise: listPairingsToSupervise(ports),
    listPublicity: ports.publicity.list,
    listReports: ofKeptAgencies(ports.agencies, listReports(ports)),
    listTargets: ofKeptAgencies(ports.agencies, ports.targets.list),
    logSupportActivity: logSupportActivity(ports),
    correctSupervisionNote: correctSupervisionNote(ports),
    strikeSupervisionNote: strikeSupervisionNote(ports),
    noteSupervision: noteSupervision(ports),
    recordPairingEvaluation: recordPairingEvaluation(ports),
    correctPublicityItem: correctPublicityItem(ports),
    recordPublicityItem: recordPublicityItem(ports),
    strikePublicityItem: strikePublicityItem(ports),
    recordTargetProgress: recordTargetProgress(ports),
    returnProgressReport: returnProgressReport(ports),
    setPairingTarget: setPairingTarget(ports),
    startDispatch: startDispatch(ports),
    strikeDispatch: strikeDispatch(ports),
    strikePairingEvaluation: strikePairingEvaluation(ports),
    strikePairingTarget: strikePairingTarget(ports),
    strikeSupportActivity: strikeSupportActivity(ports),
    strikeTargetProgress: strikeTargetProgress(ports),
    submitProgressReport: submitProgressReport(ports),
  };
}
