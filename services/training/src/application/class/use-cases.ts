import type { Ports } from '../ports.ts';
import { acceptOffer } from './accept-offer.ts';
import { assessClass } from './assess-class.ts';
import { assessEnrolment } from './assess-enrolment.ts';
import { cancelTrainingClass } from './cancel-training-class.ts';
import { closeTrainingClass } from './close-training-class.ts';
import { correctResult } from './correct-result.ts';
import { correctTrainingClass } from './correct-training-class.ts';
import { enrolWorker } from './enrol-worker.ts';
import { expireOffers } from './expire-offers.ts';
import { interruptTrainingClass } from './interrupt-training-class.ts';
import { listEnrolments } from './list-enrolments.ts';
import { listHelpfulClasses, listTrainingClasses } from './list-training-classes.ts';
import { matchWaitingNeeds } from './match-waiting-needs.ts';
import { openTrainingClass } from './open-training-class.ts';
import { planTrainingClass } from './plan-training-class.ts';
import { postponeTrainingClass } from './postpone-training-class.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordMakeUp } from './record-make-up.ts';
import { reviseTrainingClass } from './revise-training-class.ts';
import { startTrainingClass } from './start-training-class.ts';
import { strikeResult } from './strike-result.ts';
import { withdrawEnrolment } from './withdraw-enrolment.ts';

export function useCasesOfClass(ports: Ports) {
  return {
    acceptOffer: acceptOffer(ports),
    assessClass: assessClass(ports),
    assessEnrolment: assessEnrolment(ports),
    cancelTrainingClass: cancelTrainingClass(ports),
    closeTrainingClass: closeTrainingClass(ports),
    correctResult: correctResult(ports),
    correctTrainingClass: correctTrainingClass(ports),
    enrolWorker: enrolWorker(ports),
    expireOffers: expireOffers(ports),
    interruptTrainingClass: interruptTrainingClass(ports),
    listEnrolments: listEnrolments(ports),
    listHelpfulClasses: listHelpfulClasses(ports),
    listTrainingClasses: listTrainingClasses(ports),
    matchWaitingNeeds: matchWaitingNeeds(ports),
    openTrainingClass: openTrainingClass(ports),
    planTrainingClass: planTrainingClass(ports),
    postponeTrainingClass: postponeTrainingClass(ports),
    recordAttendance: recordAttendance(ports),
    recordMakeUp: recordMakeUp(ports),
    reviseTrainingClass: reviseTrainingClass(ports),
    startTrainingClass: startTrainingClass(ports),
    strikeResult: strikeResult(ports),
    withdrawEnrolment: withdrawEnrolment(ports),
  };
}
