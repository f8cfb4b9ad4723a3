import { auditFields, auditTypes } from '@qianshou/service-kit/audit';
import { classMutations } from './class/class-commands.resolvers.ts';
import { Enrolment, enrolmentMutations, enrolmentQueries } from './class/enrolment.resolvers.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from './generated/resolvers.ts';
import { Posting, Region, SocialWorker, TrainingFigures } from './neighbours.resolvers.ts';
import { Programme, programmeMutations, programmeQueries } from './programme/programme.resolvers.ts';
import {
  certificateMutations,
  certificateQueries,
  TrainingCertificate,
} from './certificate/training-certificate.resolvers.ts';
import { TrainingClass, trainingClassQueries } from './class/training-class.resolvers.ts';
import { TrainingNeed, trainingNeedQueries } from './need/training-need.resolvers.ts';

/** `Required`: a root field of the schema without a resolver does not compile. */
const Query: Required<QueryResolvers> = {
  ...auditFields('training'),
  ...certificateQueries,
  ...enrolmentQueries,
  ...programmeQueries,
  ...trainingClassQueries,
  ...trainingNeedQueries,
};

const Mutation: Required<MutationResolvers> = {
  ...certificateMutations,
  ...classMutations,
  ...enrolmentMutations,
  ...programmeMutations,
};

export const resolvers = {
  ...auditTypes,
  Query,
  Mutation,
  Enrolment,
  Posting,
  Programme,
  Region,
  SocialWorker,
  TrainingCertificate,
  TrainingClass,
  TrainingFigures,
  TrainingNeed,
} satisfies Resolvers;
