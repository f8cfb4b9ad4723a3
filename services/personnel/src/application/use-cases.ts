import { endPosting } from './end-posting.ts';
import { findWorkerByIdNumber } from './find-worker-by-id-number.ts';
import { listExamEligibility } from './list-exam-eligibility.ts';
import { listPostings } from './list-postings.ts';
import { listSocialWorkers } from './list-social-workers.ts';
import { onAgencyRegistered } from './on-agency-registered.ts';
import { onAgencyStatusChanged } from './on-agency-status-changed.ts';
import { onCertificateCancelled } from './on-certificate-cancelled.ts';
import { onCentreClosed } from './on-centre-closed.ts';
import { onCentrePlanned } from './on-centre-planned.ts';
import { onPolicyAdopted } from './on-policy-adopted.ts';
import { onPolicyInForceChanged } from './on-policy-in-force-changed.ts';
import { onStationClosed } from './on-station-closed.ts';
import { onStationPlanned } from './on-station-planned.ts';
import { onStationTierChanged } from './on-station-tier-changed.ts';
import { onTrainingPassed } from './on-training-passed.ts';
import type { Ports } from './ports.ts';
import { listIdentityCases } from './list-identity-cases.ts';
import { onRegionDesignated } from './on-region-designated.ts';
import { proposePosting } from './propose-posting.ts';
import { recordPastPosting } from './record-past-posting.ts';
import { recordQualification } from './record-qualification.ts';
import { registerSocialWorker } from './register-social-worker.ts';
import { revealPersonalField } from './reveal-personal-field.ts';
import { reviewCertificateDeadlines, sweepCertificateDeadlines } from './review-certificate-deadlines.ts';
import { settleIdentityCase } from './settle-identity-case.ts';
import { showPersonalField } from './show-personal-field.ts';
import { signPosting } from './sign-posting.ts';
import { startPosting } from './start-posting.ts';

/** Everything that this service can do, with its ports filled in. */
export type UseCases = ReturnType<typeof personnelUseCases>;

export function personnelUseCases(ports: Ports) {
  return {
    endPosting: endPosting(ports),
    findWorkerByIdNumber: findWorkerByIdNumber(ports),
    listIdentityCases: listIdentityCases(ports),
    listExamEligibility: listExamEligibility(ports),
    listPostings: listPostings(ports),
    listSocialWorkers: listSocialWorkers(ports),
    onAgencyRegistered: onAgencyRegistered(ports),
    onAgencyStatusChanged: onAgencyStatusChanged(ports),
    onCertificateCancelled: onCertificateCancelled(ports),
    onCentreClosed: onCentreClosed(ports),
    onCentrePlanned: onCentrePlanned(ports),
    onPolicyAdopted: onPolicyAdopted(ports),
    onPolicyInForceChanged: onPolicyInForceChanged(ports),
    onRegionDesignated: onRegionDesignated(ports),
    onStationClosed: onStationClosed(ports),
    onStationPlanned: onStationPlanned(ports),
    onStationTierChanged: onStationTierChanged(ports),
    onTrainingPassed: onTrainingPassed(ports),
    proposePosting: proposePosting(ports),
    recordPastPosting: recordPastPosting(ports),
    recordQualification: recordQualification(ports),
    registerSocialWorker: registerSocialWorker(ports),
    revealPersonalField: revealPersonalField(ports),
    reviewCertificateDeadlines: reviewCertificateDeadlines(ports),
    settleIdentityCase: settleIdentityCase(ports),
    showPersonalField: showPersonalField(ports),
    signPosting: signPosting(ports),
    startPosting: startPosting(ports),
    sweepCertificateDeadlines: sweepCertificateDeadlines(ports),
  };
}
