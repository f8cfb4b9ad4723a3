import { auditFields, auditTypes } from '@qianshou/service-kit/audit';
import { importFields, importTypes } from '@qianshou/service-kit/imports';
import {
  Agency,
  GuidanceCentre,
  PersonnelFigures,
  Region,
  Station,
} from './reference/contributions.resolvers.ts';
import {
  IdentityCase,
  identityCaseMutations,
  identityCaseQueries,
} from './worker/identity-case.resolvers.ts';
import { Degree, DegreeCorrection, lifeFactMutations, ServicePeriod } from './worker/life-facts.resolvers.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from './generated/resolvers.ts';
import { dutyMutations, PostingLeave } from './duty/duty.resolvers.ts';
import { Deadline, deadlineQueries } from './posting/deadline.resolvers.ts';
import { CertificateClock, Posting, postingMutations, postingQueries } from './posting/posting.resolvers.ts';
import { Me, peopleQueries, PersonalDataReading, PersonOnPost } from './people/people.resolvers.ts';
import { RecruitmentApplicant } from './recruitment/applicant.resolvers.ts';
import {
  RecruitmentNotice,
  recruitmentMutations,
  recruitmentQueries,
} from './recruitment/recruitment.resolvers.ts';
import {
  Qualification,
  QualificationCorrection,
  qualificationMutations,
} from './worker/qualification.resolvers.ts';
import { Employment, employmentMutations, EmploymentTransferOffer } from './worker/employment.resolvers.ts';
import { ExamAttempt, examAttemptMutations, ExamProgress } from './worker/exam-attempt.resolvers.ts';
import {
  Registration,
  registrationMutations,
  RegistrationStanding,
} from './worker/registration.resolvers.ts';
import { correctingMutations, SocialWorkerCorrection } from './worker/correct-social-worker.resolvers.ts';
import {
  SocialWorker,
  socialWorkerMutations,
  socialWorkerQueries,
} from './worker/social-worker.resolvers.ts';

const imports = importFields('personnel');

import { RenewalDecision, renewalMutations, renewalQueries } from './renewal/renewal.resolvers.ts';

import {
  transferMutations,
  transferQueries,
  WorkerTransferQuestion,
  WorkerTransferRequest,
} from './transfer/worker-transfer.resolvers.ts';

/** A root field of the schema without a resolver does not compile. */
const Query: QueryResolvers = {
  ...auditFields('personnel'),
  ...deadlineQueries,
  ...identityCaseQueries,
  ...peopleQueries,
  ...renewalQueries,
  ...transferQueries,
  ...postingQueries,
  ...recruitmentQueries,
  ...socialWorkerQueries,
  ...imports.queries,
};

const Mutation: MutationResolvers = {
  ...identityCaseMutations,
  ...lifeFactMutations,
  ...dutyMutations,
  ...postingMutations,
  ...qualificationMutations,
  ...employmentMutations,
  ...examAttemptMutations,
  ...registrationMutations,
  ...recruitmentMutations,
  ...correctingMutations,
  ...renewalMutations,
  ...transferMutations,
  ...socialWorkerMutations,
  ...imports.mutations,
};

export const resolvers = {
  ...auditTypes,
  ...importTypes,
  Query,
  Mutation,
  Agency,
  CertificateClock,
  Deadline,
  Degree,
  DegreeCorrection,
  GuidanceCentre,
  IdentityCase,
  Me,
  PersonalDataReading,
  PersonnelFigures,
  PersonOnPost,
  Posting,
  PostingLeave,
  Qualification,
  QualificationCorrection,
  RecruitmentApplicant,
  RecruitmentNotice,
  Region,
  Employment,
  EmploymentTransferOffer,
  ExamAttempt,
  ExamProgress,
  RenewalDecision,
  WorkerTransferQuestion,
  WorkerTransferRequest,
  Registration,
  RegistrationStanding,
  ServicePeriod,
  SocialWorker,
  SocialWorkerCorrection,
  Station,
} satisfies Resolvers;
