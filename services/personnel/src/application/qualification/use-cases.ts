import type { Ports } from '../ports.ts';
import { listExamEligibility } from './list-exam-eligibility.ts';
import { onCertificateCancelled } from './on-certificate-cancelled.ts';
import { onTrainingPassed } from './on-training-passed.ts';
import { recordQualification } from './record-qualification.ts';

export function useCasesOfQualification(ports: Ports) {
  return {
    listExamEligibility: listExamEligibility(ports),
    onCertificateCancelled: onCertificateCancelled(ports),
    onTrainingPassed: onTrainingPassed(ports),
    recordQualification: recordQualification(ports),
  };
}
