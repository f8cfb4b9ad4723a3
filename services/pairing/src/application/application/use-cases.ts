import type { Ports } from '../ports.ts';
import { ofKeptAgencies } from '../reference/kept-agencies.ts';
import { confirmApplication } from './confirm-application.ts';
import { listApplications } from './list-applications.ts';
import { matchApplication } from './match-application.ts';
import { recommendApplication } from './recommend-application.ts';
import { rejectApplication } from './reject-application.ts';
import { reviewApplication } from './review-application.ts';
import { submitApplication } from './submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';

export function useCasesOfApplication(ports: Ports) {
  return {
    confirmApplication: confirmApplication(ports),
    listApplications: ofKeptAgencies(ports.agencies, listApplications(ports)),
    matchApplication: matchApplication(ports),
    recommendApplication: recommendApplication(ports),
    rejectApplication: rejectApplication(ports),
    reviewApplication: reviewApplication(ports),
    submitApplication: submitApplication(ports),
    withdrawApplication: withdrawApplication(ports),
  };
}
