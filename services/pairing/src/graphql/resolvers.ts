import { auditFields, auditTypes } from '@qianshou/service-kit/audit';
import { importFields, importTypes } from '@qianshou/service-kit/imports';
import {
  Agency,
  AgencyAlias,
  agencyMutations,
  agencyQueries,
  AgencyRegistrationChange,
} from './agency/agency.resolvers.ts';
import {
  CooperationScheme,
  schemeMutations,
  SchemePolicyType,
  schemeQueries,
} from './scheme/cooperation-scheme.resolvers.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from './generated/resolvers.ts';
import {
  applicationMutations,
  applicationQueries,
  PairingApplication,
} from './application/pairing-application.resolvers.ts';
import { exitQueries, ExitStanding } from './exit/exit-readiness.resolvers.ts';
import {
  Pairing,
  pairingMutations,
  pairingQueries,
  PairingTaskGroupChange,
} from './pairing/pairing.resolvers.ts';
import {
  PairingTarget,
  targetMutations,
  targetQueries,
  TargetProgress,
} from './work/pairing-target.resolvers.ts';
import {
  DispatchAssignment,
  dispatchMutations,
  dispatchQueries,
} from './work/dispatch-assignment.resolvers.ts';
import {
  SupportActivity,
  SupportActivityCorrection,
  activityMutations,
  activityQueries,
} from './work/support-activity.resolvers.ts';
import { ProgressReport, reportMutations, reportQueries } from './work/progress-report.resolvers.ts';
import {
  PairingEvaluation,
  evaluationMutations,
  evaluationQueries,
} from './work/pairing-evaluation.resolvers.ts';
import {
  AgencyGrowth,
  GrownAgencyCorrection,
  StruckGrownAgency,
  StruckTrainee,
} from './work/growth-strike.resolvers.ts';
import { PublicityItem, publicityMutations, publicityQueries } from './work/publicity-item.resolvers.ts';
import { MinimumDaysFigure } from './work/kept-figures.ts';
import { PairingYearFigures } from './work/pairing-year.resolvers.ts';
import {
  PairingToSupervise,
  supervisionMutations,
  SupervisionNote,
  supervisionQueries,
} from './work/supervision.resolvers.ts';
import { phaseMutations, phaseQueries, ProgrammePhase } from './scheme/programme-phase.resolvers.ts';
import { PairingFigures, RecipientCounty, Region, regionQueries } from './county/region.resolvers.ts';

const imports = importFields('pairing');

/** A root field of the schema without a resolver does not compile. */
const Query: QueryResolvers = {
  ...auditFields('pairing'),
  ...agencyQueries,
  ...exitQueries,
  ...applicationQueries,
  ...imports.queries,
  ...pairingQueries,
  ...phaseQueries,
  ...regionQueries,
  ...targetQueries,
  ...dispatchQueries,
  ...activityQueries,
  ...reportQueries,
  ...evaluationQueries,
  ...publicityQueries,
  ...schemeQueries,
  ...supervisionQueries,
};

const Mutation: MutationResolvers = {
  ...agencyMutations,
  ...applicationMutations,
  ...imports.mutations,
  ...pairingMutations,
  ...phaseMutations,
  ...targetMutations,
  ...dispatchMutations,
  ...activityMutations,
  ...reportMutations,
  ...evaluationMutations,
  ...publicityMutations,
  ...schemeMutations,
  ...supervisionMutations,
};

export const resolvers = {
  ...auditTypes,
  ...importTypes,
  Query,
  Mutation,
  Agency,
  AgencyAlias,
  AgencyRegistrationChange,
  CooperationScheme,
  SchemePolicy: SchemePolicyType,
  ExitStanding,
  MinimumDaysFigure,
  Pairing,
  PairingTaskGroupChange,
  PairingApplication,
  PairingFigures,
  ProgrammePhase,
  PairingTarget,
  DispatchAssignment,
  SupportActivity,
  SupportActivityCorrection,
  ProgressReport,
  PairingEvaluation,
  PublicityItem,
  AgencyGrowth,
  GrownAgencyCorrection,
  StruckGrownAgency,
  StruckTrainee,
  PairingToSupervise,
  PairingYearFigures,
  RecipientCounty,
  Region,
  SupervisionNote,
  TargetProgress,
} satisfies Resolvers;
