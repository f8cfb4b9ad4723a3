import { auditFields, auditTypes } from '@qianshou/service-kit/audit';
import { importFields, importTypes } from '@qianshou/service-kit/imports';
import { classMutations } from './class/class-commands.resolvers.ts';
import { classChangeMutations } from './class/class-changes.resolvers.ts';
import { resultChangeMutations } from './class/result-changes.resolvers.ts';
import {
  SessionAttendance,
  sessionMutations,
  TrainingSession,
} from './session/training-session.resolvers.ts';
import { Enrolment, enrolmentMutations, enrolmentQueries } from './class/enrolment.resolvers.ts';
import { TrainingOfProgramme } from './training-year.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from './generated/resolvers.ts';
import { ExamOutcome, examMutations, examQueries } from './exam/exam-outcome.resolvers.ts';
import {
  SupervisionSession,
  supervisionMutations,
  supervisionQueries,
} from './supervision/supervision.resolvers.ts';
import { Posting, Region, SocialWorker, TrainingFigures } from './neighbours.resolvers.ts';
import {
  PassSettings,
  Programme,
  programmeMutations,
  programmeQueries,
} from './programme/programme.resolvers.ts';
import {
  certificateMutations,
  certificateQueries,
  TrainingCertificate,
} from './certificate/training-certificate.resolvers.ts';
import { TrainingClass, trainingClassQueries } from './class/training-class.resolvers.ts';
import { TrainingNeed, trainingNeedQueries } from './need/training-need.resolvers.ts';

/** `Required`: a root field of the schema without a resolver does not compile. */
const imports = importFields('training');

const Query: Required<QueryResolvers> = {
  ...auditFields('training'),
  ...certificateQueries,
  ...enrolmentQueries,
  ...examQueries,
  ...programmeQueries,
  ...supervisionQueries,
  ...trainingClassQueries,
  ...trainingNeedQueries,
  ...imports.queries,
};

const Mutation: Required<MutationResolvers> = {
  ...certificateMutations,
  ...classChangeMutations,
  ...classMutations,
  ...enrolmentMutations,
  ...examMutations,
  ...programmeMutations,
  ...resultChangeMutations,
  ...sessionMutations,
  ...supervisionMutations,
  ...imports.mutations,
};

export const resolvers = {
  ...auditTypes,
  ...importTypes,
  Query,
  Mutation,
  Enrolment,
  ExamOutcome,
  PassSettings,
  Posting,
  Programme,
  Region,
  SessionAttendance,
  SocialWorker,
  SupervisionSession,
  TrainingCertificate,
  TrainingClass,
  TrainingFigures,
  TrainingNeed,
  TrainingOfProgramme,
  TrainingSession,
} satisfies Resolvers;
