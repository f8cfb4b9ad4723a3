import { beginFinalEvaluation } from './begin-final-evaluation.ts';
import { closeProgrammePhase } from './close-programme-phase.ts';
import { confirmAgency } from './confirm-agency.ts';
import { confirmApplication } from './confirm-application.ts';
import { extendPairing } from './extend-pairing.ts';
import { judgeExits } from './follow-exit.ts';
import { findAgencyByCreditCode } from './find-agency-by-credit-code.ts';
import { listAgencies } from './list-agencies.ts';
import { listApplications } from './list-applications.ts';
import { listCooperationSchemes } from './list-cooperation-schemes.ts';
import { listPairings } from './list-pairings.ts';
import { listProgrammePhases } from './list-programme-phases.ts';
import { listRecipientCounties } from './list-recipient-counties.ts';
import { matchApplication } from './match-application.ts';
import { onContractEnded, onContractSigned } from './on-contract-signed.ts';
import { onRegionDesignated } from './on-region-designated.ts';
import { onStationEvaluated } from './on-station-evaluated.ts';
import {
  onPostingEnded,
  onPostingStarted,
  onQualificationObtained,
  onWorkerRegistered,
} from './on-staff-fact.ts';
import { onCoverageChanged, onDocumentFiled, onStationStanding } from './on-station-fact.ts';
import { onStationOpened } from './on-station-opened.ts';
import { notePastEnds } from './note-past-ends.ts';
import { openCooperationScheme } from './open-cooperation-scheme.ts';
import { openProgrammePhase } from './open-programme-phase.ts';
import type { Ports } from './ports.ts';
import { refuseAgency } from './refuse-agency.ts';
import { registerAgency } from './register-agency.ts';
import { reinstateAgency } from './reinstate-agency.ts';
import { rejectApplication } from './reject-application.ts';
import { renewPairing } from './renew-pairing.ts';
import { reopenProgrammePhase } from './reopen-programme-phase.ts';
import { resumePairing } from './resume-pairing.ts';
import { reviewApplication } from './review-application.ts';
import { reviseAgency } from './revise-agency.ts';
import { seedProgrammePhases } from './seed-programme-phases.ts';
import { signPairing } from './sign-pairing.ts';
import { startPairing } from './start-pairing.ts';
import { strikeOffAgency } from './strike-off-agency.ts';
import { strikePairing } from './strike-pairing.ts';
import { submitApplication } from './submit-application.ts';
import { suspendAgency } from './suspend-agency.ts';
import { suspendPairing } from './suspend-pairing.ts';
import { terminatePairing } from './terminate-pairing.ts';
import { withdrawApplication } from './withdraw-application.ts';
import { workUseCases } from './work-use-cases.ts';

/** Everything that this service can do, with its ports filled in. */
export type UseCases = ReturnType<typeof pairingUseCases>;

export function pairingUseCases(ports: Ports) {
  return {
    onContractEnded: onContractEnded(ports),
    onContractSigned: onContractSigned(ports),
    listExitStandings: ports.standings.list,
    onCoverageChanged: onCoverageChanged(ports),
    onDocumentFiled: onDocumentFiled(ports),
    onPostingEnded: onPostingEnded(ports),
    onPostingStarted: onPostingStarted(ports),
    onQualificationObtained: onQualificationObtained(ports),
    onStationStanding: onStationStanding(ports),
    onWorkerRegistered: onWorkerRegistered(ports),
    ...workUseCases(ports),
    beginFinalEvaluation: beginFinalEvaluation(ports),
    closeProgrammePhase: closeProgrammePhase(ports),
    confirmAgency: confirmAgency(ports),
    confirmApplication: confirmApplication(ports),
    judgeExits: judgeExits(ports),
    findAgencyByCreditCode: findAgencyByCreditCode(ports),
    listAgencies: listAgencies(ports),
    listApplications: listApplications(ports),
    listCooperationSchemes: listCooperationSchemes(ports),
    listPairings: listPairings(ports),
    listProgrammePhases: listProgrammePhases(ports),
    listRecipientCounties: listRecipientCounties(ports),
    matchApplication: matchApplication(ports),
    onRegionDesignated: onRegionDesignated(ports),
    onStationEvaluated: onStationEvaluated(ports),
    onStationOpened: onStationOpened(ports),
    openCooperationScheme: openCooperationScheme(ports),
    openProgrammePhase: openProgrammePhase(ports),
    refuseAgency: refuseAgency(ports),
    registerAgency: registerAgency(ports),
    reinstateAgency: reinstateAgency(ports),
    rejectApplication: rejectApplication(ports),
    renewPairing: renewPairing(ports),
    reopenProgrammePhase: reopenProgrammePhase(ports),
    resumePairing: resumePairing(ports),
    reviewApplication: reviewApplication(ports),
    reviseAgency: reviseAgency(ports),
    seedProgrammePhases: seedProgrammePhases(ports),
    signPairing: signPairing(ports),
    startPairing: startPairing(ports),
    strikeOffAgency: strikeOffAgency(ports),
    strikePairing: strikePairing(ports),
    submitApplication: submitApplication(ports),
    suspendAgency: suspendAgency(ports),
    suspendPairing: suspendPairing(ports),
    extendPairing: extendPairing(ports),
    notePastEnds: notePastEnds(ports),
    terminatePairing: terminatePairing(ports),
    withdrawApplication: withdrawApplication(ports),
  };
}
