import { acceptProgressReport } from './accept-progress-report.ts';
import { adoptSchemePolicy } from './adopt-scheme-policy.ts';
import { authorityToday } from './authority-today.ts';
import { changeSchemeAuthority } from './change-scheme-authority.ts';
import { changeSchemeQuota } from './change-scheme-quota.ts';
import { closeSupervisionNote } from './close-supervision-note.ts';
import { completePairing } from './complete-pairing.ts';
import { endDispatch } from './end-dispatch.ts';
import { listNotes, listPairingsToSupervise, listReports } from './list-work.ts';
import { logSupportActivity } from './log-support-activity.ts';
import { nameTrainees } from './name-trainees.ts';
import { noteSupervision } from './note-supervision.ts';
import type { Ports } from './ports.ts';
import { recordGrownAgency } from './record-grown-agency.ts';
import { correctPairingEvaluation } from './correct-pairing-evaluation.ts';
import { recordPairingEvaluation } from './record-pairing-evaluation.ts';
import { recordPublicityItem } from './record-publicity-item.ts';
import { recordTargetProgress } from './record-target-progress.ts';
import { returnProgressReport } from './return-progress-report.ts';
import { setPairingTarget } from './set-pairing-target.ts';
import { startDispatch } from './start-dispatch.ts';
import { strikeDispatch } from './strike-dispatch.ts';
import { strikePairingEvaluation } from './strike-pairing-evaluation.ts';
import { strikeSupportActivity } from './strike-support-activity.ts';
import { strikeTargetProgress } from './strike-target-progress.ts';
import { submitProgressReport } from './submit-progress-report.ts';
import { warnOfPairing } from './warn-of-pairing.ts';

/** What pairings do, report and are told. */
export function workUseCases(ports: Ports) {
  return {
    acceptProgressReport: acceptProgressReport(ports),
    adoptSchemePolicy: adoptSchemePolicy(ports),
    authorityToday: authorityToday(ports),
    changeSchemeAuthority: changeSchemeAuthority(ports),
    changeSchemeQuota: changeSchemeQuota(ports),
    closeSupervisionNote: closeSupervisionNote(ports),
    completePairing: completePairing(ports),
    endDispatch: endDispatch(ports),
    listActivities: ports.activities.list,
    listDispatches: ports.dispatches.list,
    listEvaluations: ports.evaluations.list,
    listNotes: listNotes(ports),
    listPairingsToSupervise: listPairingsToSupervise(ports),
    listPublicity: ports.publicity.list,
    listReports: listReports(ports),
    listTargets: ports.targets.list,
    logSupportActivity: logSupportActivity(ports),
    nameTrainees: nameTrainees(ports),
    noteSupervision: noteSupervision(ports),
    recordGrownAgency: recordGrownAgency(ports),
    correctPairingEvaluation: correctPairingEvaluation(ports),
    strikePairingEvaluation: strikePairingEvaluation(ports),
    recordPairingEvaluation: recordPairingEvaluation(ports),
    recordPublicityItem: recordPublicityItem(ports),
    recordTargetProgress: recordTargetProgress(ports),
    returnProgressReport: returnProgressReport(ports),
    setPairingTarget: setPairingTarget(ports),
    startDispatch: startDispatch(ports),
    strikeDispatch: strikeDispatch(ports),
    strikeSupportActivity: strikeSupportActivity(ports),
    strikeTargetProgress: strikeTargetProgress(ports),
    submitProgressReport: submitProgressReport(ports),
    warnOfPairing: warnOfPairing(ports),
  };
}
