import { auditFields, auditTypes } from '@qianshou/service-kit/audit';
import { AcceptanceCheck, acceptanceCheckQueries } from './acceptance-check.resolvers.ts';
import { Complaint, complaintMutations, complaintQueries } from './complaint.resolvers.ts';
import { countyPolicyMutations } from './county-policy-commands.resolvers.ts';
import { CountyPolicy, countyPolicyQueries, StationRules } from './county-policy.resolvers.ts';
import { DemonstrationProcess, demonstrationMutations } from './demonstration.resolvers.ts';
import { evaluationMutations, evaluationQueries, StationEvaluation } from './evaluation.resolvers.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from './generated/resolvers.ts';
import {
  GuidanceCentre,
  guidanceCentreMutations,
  guidanceCentreQueries,
} from './guidance-centre.resolvers.ts';
import { importFields, importTypes } from '@qianshou/service-kit/imports';
import { keyCountyMutations } from './key-county.resolvers.ts';
import { Node, nodeQueries } from './node.resolvers.ts';
import { publicViewMutations, publicViewQueries, ServiceGuide } from './public-view.resolvers.ts';
import { PublishedFigure, referenceQueries, Rule } from './reference.resolvers.ts';
import { Region, regionQueries, StationFigures } from './region.resolvers.ts';
import { CatalogueService, serviceMutations, serviceQueries, ServiceRecord } from './service.resolvers.ts';
import { stationLifeCycleMutations } from './station-life-cycle.resolvers.ts';
import { stationMutations } from './station-commands.resolvers.ts';
import { Agency, Station, StationActivity, stationQueries } from './station.resolvers.ts';
import { VillageRoom, villageRoomMutations, villageRoomQueries } from './village-room.resolvers.ts';

const imports = importFields('station');

/** A root field of the schema without a resolver does not compile. */
const Query: QueryResolvers = {
  ...auditFields('station'),
  ...acceptanceCheckQueries,
  ...complaintQueries,
  ...countyPolicyQueries,
  ...evaluationQueries,
  ...guidanceCentreQueries,
  ...imports.queries,
  ...nodeQueries,
  ...publicViewQueries,
  ...referenceQueries,
  ...regionQueries,
  ...serviceQueries,
  ...stationQueries,
  ...villageRoomQueries,
};

const Mutation: MutationResolvers = {
  ...complaintMutations,
  ...countyPolicyMutations,
  ...demonstrationMutations,
  ...evaluationMutations,
  ...guidanceCentreMutations,
  ...imports.mutations,
  ...keyCountyMutations,
  ...publicViewMutations,
  ...serviceMutations,
  ...stationLifeCycleMutations,
  ...stationMutations,
  ...villageRoomMutations,
};

export const resolvers = {
  ...auditTypes,
  ...importTypes,
  Query,
  Mutation,
  AcceptanceCheck,
  Agency,
  CatalogueService,
  Complaint,
  CountyPolicy,
  DemonstrationProcess,
  GuidanceCentre,
  Node,
  PublishedFigure,
  Region,
  Rule,
  ServiceGuide,
  ServiceRecord,
  Station,
  StationActivity,
  StationEvaluation,
  StationFigures,
  StationRules,
  VillageRoom,
} satisfies Resolvers;
