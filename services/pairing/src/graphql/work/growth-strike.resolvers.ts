import type {
  AgencyGrowthResolvers,
  GrownAgencyCorrectionResolvers,
  StruckGrownAgencyResolvers,
  StruckTraineeResolvers,
} from '../generated/resolvers.ts';
import { agencyOf } from '../reference/references.ts';

export const StruckGrownAgency: StruckGrownAgencyResolvers = {
  agency: ({ agencyId }, _args, context) => agencyOf(agencyId, context),
  struckOn: ({ on }) => on,
  strikeReason: ({ reason }) => reason,
  strikeEvidence: ({ evidence = null }) => evidence,
};

/** Who it was, is personnel's. */
export const StruckTrainee: StruckTraineeResolvers = {
  struckOn: ({ on }) => on,
  strikeReason: ({ reason }) => reason,
  strikeEvidence: ({ evidence = null }) => evidence,
};

export const AgencyGrowth: AgencyGrowthResolvers = {
  agency: ({ agencyId }, _args, context) => agencyOf(agencyId, context),
  grownOn: ({ on }) => on,
};

export const GrownAgencyCorrection: GrownAgencyCorrectionResolvers = {
  agency: ({ agencyId }, _args, context) => agencyOf(agencyId, context),
  correctAgency: ({ correctAgencyId }, _args, context) => agencyOf(correctAgencyId, context),
};
