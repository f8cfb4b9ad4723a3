import { Agency, GuidanceCentre, PersonnelFigures, Region, Station } from './contributions.resolvers.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from './generated/resolvers.ts';
import { Posting, postingMutations, postingQueries } from './posting.resolvers.ts';
import {
  Qualification,
  SocialWorker,
  socialWorkerMutations,
  socialWorkerQueries,
} from './social-worker.resolvers.ts';

/** A root field of the schema without a resolver does not compile. */
const Query: QueryResolvers = { ...postingQueries, ...socialWorkerQueries };

const Mutation: MutationResolvers = { ...postingMutations, ...socialWorkerMutations };

export const resolvers = {
  Query,
  Mutation,
  Agency,
  GuidanceCentre,
  PersonnelFigures,
  Posting,
  Qualification,
  Region,
  SocialWorker,
  Station,
} satisfies Resolvers;
