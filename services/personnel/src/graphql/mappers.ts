import type { RegionCode } from '@qianshou/kernel';
import type { RegionFigures } from '@qianshou/service-kit/figures';
import type { Connection } from '@qianshou/service-kit/graphql';
import type { AgencyId, CentreId, StationId, WorkerId } from '../domain/ids.ts';
import type { PersonalDataReading } from '../application/people/ports.ts';
import type { Deadline } from '../domain/clock/deadline.ts';
import type { IdentityCase } from '../domain/worker/identity-case.ts';
import type { FrozenPlace } from '../domain/recruitment/ranking.ts';
import type { Applicant, RecruitmentNotice } from '../domain/recruitment/recruitment-notice.ts';
import type { Posting } from '../domain/posting/posting.ts';
import type { Degree } from '../domain/worker/life-fact.ts';
import type { RegistrationPeriod, RegistrationStanding } from '../domain/registration/registration-period.ts';
import type { Qualification } from '../domain/worker/qualification.ts';
import type { Employment } from '../domain/worker/employment.ts';
import type { ExamAttempt } from '../domain/worker/exam-attempt.ts';
import type { Registration } from '../domain/worker/registration.ts';
import type { PersonCorrection } from '../domain/worker/person-facts.ts';

import type { TransferQuestion, TransferRequest } from '../domain/transfer/worker-transfer.ts';
import type { RenewalDecision } from '../domain/renewal/renewal.ts';
import type { SocialWorker } from '../domain/worker/social-worker.ts';

/** Objects of other services: keys on which this service's fields hang. */
export interface RegionParent {
  readonly code: RegionCode;
}

export interface AgencyStub {
  readonly id: AgencyId;
}

export interface StationStub {
  readonly id: StationId;
}

export interface CentreStub {
  readonly id: CentreId;
}

/** A certificate beside its holder, who decides who may see it whole and do what with it. */
export interface ShownQualification extends Qualification {
  readonly holder: SocialWorker;
}

/** What was said of a person before, beside the person. */
export interface ShownWorkerCorrection extends PersonCorrection {
  readonly holder: SocialWorker;
}

/** A paper of the exam beside whoever sat it. */
export interface ShownExamAttempt extends ExamAttempt {
  readonly holder: SocialWorker;
}

/** A registration beside its holder, with its three years where the certificate still counts. */
export interface ShownRegistration extends Registration {
  readonly holder: SocialWorker;
  readonly period: RegistrationPeriod | null;
}

/** How a person stands by their highest certificate. */
export interface ShownStanding extends RegistrationStanding {
  readonly holder: SocialWorker;
}

/** An applicant with the place that is shown: the frozen one, or as it would be now. */
export interface ShownApplicant extends Applicant {
  readonly shown: FrozenPlace | null;
}

/** Who was on duty on a day, and whether they were there. */
export interface OnDutyThenParent {
  readonly posting: Posting;
  readonly onLeave: boolean;
}

/** Who asks, by the worker that their token names. */
export interface MeParent {
  readonly workerId: WorkerId | null;
}

/** Somebody on a post that the caller runs, or that is their own. */
export interface PersonOnPostParent {
  readonly posting: Posting;
}

/** No figures yet means that nothing happened there yet. */
export interface PersonnelFiguresParent {
  readonly kept: RegionFigures | null;
}

export type IdentityCasePage = Connection<IdentityCase>;
export type EmploymentBefore = Employment['corrections'][number];
export type ExamAttemptBefore = ExamAttempt['corrections'][number];
export type RegistrationBefore = Registration['corrections'][number];
export type DegreeBefore = Degree['corrections'][number];
export type RecruitmentPage = Connection<RecruitmentNotice>;
export type DeadlinePage = Connection<Deadline>;
export type PersonOnPostPage = Connection<PersonOnPostParent>;
export type TransferRequestPage = Connection<TransferRequest>;
export type TransferQuestionPage = Connection<TransferQuestion>;
export type RenewalPage = Connection<RenewalDecision>;
export type ReadingPage = Connection<PersonalDataReading>;
export type PostingPage = Connection<Posting>;
export type WorkerPage = Connection<SocialWorker>;
