import type { Ports } from '../ports.ts';
import {
  confirmEmploymentTransfer,
  correctEmployment,
  declineEmploymentTransfer,
  endEmployment,
  offerEmploymentTransfer,
  recordEmployment,
  strikeEmployment,
} from './decide-employment.ts';

export function useCasesOfEmployment(ports: Ports) {
  return {
    confirmEmploymentTransfer: confirmEmploymentTransfer(ports),
    correctEmployment: correctEmployment(ports),
    declineEmploymentTransfer: declineEmploymentTransfer(ports),
    endEmployment: endEmployment(ports),
    offerEmploymentTransfer: offerEmploymentTransfer(ports),
    recordEmployment: recordEmployment(ports),
    strikeEmployment: strikeEmployment(ports),
  };
}
