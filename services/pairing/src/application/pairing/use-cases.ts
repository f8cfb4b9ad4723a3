import type { Ports } from '../ports.ts';
import { ofKeptAgencies } from '../reference/kept-agencies.ts';
import { beginFinalEvaluation } from './begin-final-evaluation.ts';
import { changePairingTaskGroups } from './change-task-groups.ts';
import { correctGrownAgency } from './correct-grown-agency.ts';
import { correctPairing } from './correct-pairing.ts';
import { correctTrainee } from './correct-trainee.ts';
import { completePairing } from './complete-pairing.ts';
import { enterHistoricPairing } from './enter-historic-pairing.ts';
import { extendPairing } from './extend-pairing.ts';
import { listPairings } from './list-pairings.ts';
import { nameTrainees } from './name-trainees.ts';
import { notePastEnds } from './note-past-ends.ts';
import { recordGrownAgency } from './record-grown-agency.ts';
import { renewPairing } from './renew-pairing.ts';
import { resumePairing } from './resume-pairing.ts';
import { signPairing } from './sign-pairing.ts';
import { startPairing } from './start-pairing.ts';
import { strikeGrownAgency } from './strike-grown-agency.ts';
import { strikePairing } from './strike-pairing.ts';
import { strikeTrainee } from './strike-trainee.ts';
import { suspendPairing } from './suspend-pairing.ts';
import { terminatePairing } from './terminate-pairing.ts';
import { warnOfPairing } from './warn-of-pairing.ts';

export function useCasesOfPairing(ports: Ports) {
  return {
    beginFinalEvaluation: beginFinalEvaluation(ports),
    changePairingTaskGroups: changePairingTaskGroups(ports),
    completePairing: completePairing(ports),
    correctGrownAgency: correctGrownAgency(ports),
    correctPairing: correctPairing(ports),
    correctTrainee: correctTrainee(ports),
    enterHistoricPairing: enterHistoricPairing(ports),
    extendPairing: extendPairing(ports),
    listPairings: listPairings(ports),
    /** By any id that an agency has had. */
    searchPairings: ofKeptAgencies(ports.agencies, listPairings(ports)),
    nameTrainees: nameTrainees(ports),
    notePastEnds: notePastEnds(ports),
    recordGrownAgency: recordGrownAgency(ports),
    renewPairing: renewPairing(ports),
    resumePairing: resumePairing(ports),
    signPairing: signPairing(ports),
    startPairing: startPairing(ports),
    strikeGrownAgency: strikeGrownAgency(ports),
    strikePairing: strikePairing(ports),
    strikeTrainee: strikeTrainee(ports),
    suspendPairing: suspendPairing(ports),
    terminatePairing: terminatePairing(ports),
    warnOfPairing: warnOfPairing(ports),
  };
}
