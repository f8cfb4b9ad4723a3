import type { Ports } from '../ports.ts';
import {
  correctRecruitmentApplicant,
  recordRecruitmentApplicant,
  withdrawRecruitmentApplicant,
} from './decide-applicant.ts';
import {
  announceRecruitment,
  cancelRecruitment,
  closeRecruitment,
  correctRecruitment,
} from './decide-notice.ts';
import { eraseApplicants } from './erase-applicants.ts';
import { listRecruitments } from './list-recruitments.ts';
import { openRecruitment } from './open-recruitment.ts';
import { rankedOf } from './ranked-of.ts';
import { signRecruitment } from './sign-recruitment.ts';

export function useCasesOfRecruitment(ports: Ports) {
  return {
    announceRecruitment: announceRecruitment(ports),
    cancelRecruitment: cancelRecruitment(ports),
    closeRecruitment: closeRecruitment(ports),
    correctRecruitment: correctRecruitment(ports),
    correctRecruitmentApplicant: correctRecruitmentApplicant(ports),
    eraseApplicants: eraseApplicants(ports),
    listRecruitments: listRecruitments(ports),
    openRecruitment: openRecruitment(ports),
    rankedOf,
    recordRecruitmentApplicant: recordRecruitmentApplicant(ports),
    signRecruitment: signRecruitment(ports),
    withdrawRecruitmentApplicant: withdrawRecruitmentApplicant(ports),
  };
}
