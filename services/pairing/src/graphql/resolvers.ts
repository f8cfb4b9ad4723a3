import { Agency, agencyMutations, agencyQueries } from './agency.resolvers.ts';
import { CooperationScheme, schemeMutations, schemeQueries } from './cooperation-scheme.resolvers.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from './generated/resolvers.ts';
import {
  applicationMutations,
  applicationQueries,
  PairingApplication,
} from './pairing-application.resolvers.ts';
import { Pairing, pairingMutations, pairingQueries } from './pairing.resolvers.ts';
import { phaseMutations, phaseQueries, ProgrammePhase } from './programme-phase.resolvers.ts';
import { PairingFigures, RecipientCounty, Region, regionQueries } from './region.resolvers.ts';

/** A root field of the schema without a resolver does not compile. */
const Query: QueryResolvers = {
  ...agencyQueries,
  ...applicationQueries,
  ...pairingQueries,
  ...phaseQueries,
  ...regionQueries,
  ...schemeQueries,
};

const Mutation: MutationResolvers = {
  ...agencyMutations,
  ...applicationMutations,
  ...pairingMutations,
  ...phaseMutations,
  ...schemeMutations,
};

export const resolvers = {
  Query,
  Mutation,
  Agency,
  CooperationScheme,
  Pairing,
  PairingApplication,
  PairingFigures,
  ProgrammePhase,
  RecipientCounty,
  Region,
} satisfies Resolvers;
