import { acceptOffer } from './accept-offer.ts';
import { announceProgramme } from './announce-programme.ts';
import { assessClass } from './assess-class.ts';
import { assessEnrolment } from './assess-enrolment.ts';
import { cancelCertificate } from './cancel-certificate.ts';
import { cancelTrainingClass } from './cancel-training-class.ts';
import { closeTrainingClass } from './close-training-class.ts';
import { enrolWorker } from './enrol-worker.ts';
import { expireOffers } from './expire-offers.ts';
import { matchWaitingNeeds } from './match-waiting-needs.ts';
import { findCertificate } from './find-certificate.ts';
import { findProgramme } from './find-programme.ts';
import { listEnrolments } from './list-enrolments.ts';
import { listProgrammes } from './list-programmes.ts';
import { listTrainingClasses } from './list-training-classes.ts';
import { listTrainingNeeds } from './list-training-needs.ts';
import { onAgencyRegistered } from './on-agency-registered.ts';
import { onAgencyRevised } from './on-agency-revised.ts';
import { onAgencyStatusChanged } from './on-agency-status-changed.ts';
import { onCertificateClockStarted } from './on-certificate-clock-started.ts';
import { onCertificateDeadlineNear } from './on-certificate-deadline-near.ts';
import { onCertificateRequirementMet } from './on-certificate-requirement-met.ts';
import { onCountyReceivesHelp } from './on-county-receives-help.ts';
import { onPostingEnded } from './on-posting-ended.ts';
import { onPostingTrainingVoided } from './on-posting-training-voided.ts';
import { onPostingProposed } from './on-posting-proposed.ts';
import { onQualificationObtained } from './on-qualification-obtained.ts';
import { onCentrePlanned, onStationPlanned } from './on-site-planned.ts';
import { onWorkerRegistered } from './on-worker-registered.ts';
import { openTrainingClass } from './open-training-class.ts';
import { planTrainingClass } from './plan-training-class.ts';
import type { Ports } from './ports.ts';
import { recordAttendance } from './record-attendance.ts';
import { seedProgrammes } from './seed-programmes.ts';
import { startTrainingClass } from './start-training-class.ts';
import { withdrawEnrolment } from './withdraw-enrolment.ts';

/** Everything that this service can do, with its ports filled in. */
export type UseCases = ReturnType<typeof trainingUseCases>;

export function trainingUseCases(ports: Ports) {
  return {
    acceptOffer: acceptOffer(ports),
    announceProgramme: announceProgramme(ports),
    assessClass: assessClass(ports),
    assessEnrolment: assessEnrolment(ports),
    cancelCertificate: cancelCertificate(ports),
    cancelTrainingClass: cancelTrainingClass(ports),
    closeTrainingClass: closeTrainingClass(ports),
    enrolWorker: enrolWorker(ports),
    expireOffers: expireOffers(ports),
    findCertificate: findCertificate(ports),
    findProgramme: findProgramme(ports),
    listEnrolments: listEnrolments(ports),
    listProgrammes: listProgrammes(ports),
    listTrainingClasses: listTrainingClasses(ports),
    listTrainingNeeds: listTrainingNeeds(ports),
    matchWaitingNeeds: matchWaitingNeeds(ports),
    onAgencyRegistered: onAgencyRegistered(ports),
    onAgencyRevised: onAgencyRevised(ports),
    onAgencyStatusChanged: onAgencyStatusChanged(ports),
    onCentrePlanned: onCentrePlanned(ports),
    onCertificateClockStarted: onCertificateClockStarted(ports),
    onCertificateDeadlineNear: onCertificateDeadlineNear(ports),
    onCertificateRequirementMet: onCertificateRequirementMet(ports),
    onCountyReceivesHelp: onCountyReceivesHelp(ports),
    onPostingEnded: onPostingEnded(ports),
    onPostingTrainingVoided: onPostingTrainingVoided(ports),
    onPostingProposed: onPostingProposed(ports),
    onQualificationObtained: onQualificationObtained(ports),
    onStationPlanned: onStationPlanned(ports),
    onWorkerRegistered: onWorkerRegistered(ports),
    openTrainingClass: openTrainingClass(ports),
    planTrainingClass: planTrainingClass(ports),
    recordAttendance: recordAttendance(ports),
    seedProgrammes: seedProgrammes(ports),
    startTrainingClass: startTrainingClass(ports),
    withdrawEnrolment: withdrawEnrolment(ports),
  };
}
