import type { Ports } from '../ports.ts';
import { todayOf } from '../reference/today-of.ts';
import {
  correctDegree,
  correctServicePeriod,
  recordDegree,
  recordServicePeriod,
  strikeDegree,
  strikeServicePeriod,
} from './decide-life-fact.ts';
import { correctSocialWorker } from '../worker/correct-social-worker.ts';
import { onWorker } from './life-entry.ts';
import { listExamEligibility } from './list-exam-eligibility.ts';
import { onCertificateCancelled } from './on-certificate-cancelled.ts';
import { onTrainingPassed } from './on-training-passed.ts';
import {
  correctQualification,
  rejectQualification,
  revokeQualification,
  strikeQualification,
  verifyQualification,
} from './decide-qualification.ts';
import { recordQualification } from './record-qualification.ts';

export function useCasesOfQualification(ports: Ports) {
  return {
    correctSocialWorker: correctSocialWorker({ ...ports, keepPerson: onWorker(ports).save }),
    correctDegree: correctDegree(ports),
    correctServicePeriod: correctServicePeriod(ports),
    recordDegree: recordDegree(ports),
    recordServicePeriod: recordServicePeriod(ports),
    strikeDegree: strikeDegree(ports),
    strikeServicePeriod: strikeServicePeriod(ports),
    correctQualification: correctQualification(ports),
    listExamEligibility: listExamEligibility(ports),
    onCertificateCancelled: onCertificateCancelled(ports),
    onTrainingPassed: onTrainingPassed(ports),
    recordQualification: recordQualification(ports),
    rejectQualification: rejectQualification(ports),
    revokeQualification: revokeQualification(ports),
    strikeQualification: strikeQualification(ports),
    /** Of what is allowed for some days. */
    today: () => todayOf(ports),
    verifyQualification: verifyQualification(ports),
  };
}
