import { auditFields, auditTypes } from '@qianshou/service-kit/audit';
import {
  AcceptanceCheck,
  AcceptanceCheckItem,
  acceptanceCheckMutations,
  acceptanceCheckQueries,
} from './station/acceptance-check.resolvers.ts';
import { ActionCheck, actionCheckQueries } from './reference/action-check.resolvers.ts';
import { Complaint, complaintMutations, complaintQueries } from './complaint/complaint.resolvers.ts';
import { countyPolicyMutations } from './county/county-policy-commands.resolvers.ts';
import { CountyPolicy, countyPolicyQueries, StationRules } from './county/county-policy.resolvers.ts';
import { DemonstrationProcess, demonstrationMutations } from './demonstration/demonstration.resolvers.ts';
import {
  evaluationMutations,
  evaluationQueries,
  StationEvaluation,
} from './evaluation/evaluation.resolvers.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from './generated/resolvers.ts';
import {
  CentreOperatorTerm,
  GuidanceCentre,
  guidanceCentreMutations,
  guidanceCentreQueries,
} from './centre/guidance-centre.resolvers.ts';
import { importFields, importTypes } from '@qianshou/service-kit/imports';
import { keyCountyMutations } from './county/key-county.resolvers.ts';
import { Node, nodeQueries } from './reference/node.resolvers.ts';
import { publicViewMutations, publicViewQueries, ServiceGuide } from './station/public-view.resolvers.ts';
import { PublishedFigure, referenceQueries, Rule } from './reference/reference.resolvers.ts';
import { Region, regionQueries, StationFigures } from './region.resolvers.ts';
import {
  CatalogueService,
  serviceMutations,
  serviceQueries,
  ServiceRecord,
  ServiceRecordCorrection,
} from './service-record/service.resolvers.ts';
import {
  RegionSuccession,
  successionMutations,
  successionQueries,
  UnitScope,
} from './region/region-succession.resolvers.ts';
import { Rectification, stationLifeCycleMutations } from './station/station-life-cycle.resolvers.ts';
import { stationMutations } from './station/station-commands.resolvers.ts';
import {
  Agency,
  Station,
  StationActivity,
  StationOperatorTerm,
  stationQueries,
} from './station/station.resolvers.ts';
import {
  StationVisit,
  StationVisitDue,
  supervisionMutations,
  supervisionQueries,
} from './supervision/supervision.resolvers.ts';
import {
  VillageRoom,
  villageRoomMutations,
  villageRoomQueries,
} from './village-room/village-room.resolvers.ts';

const imports = importFields('station');

/** A root field of the schema without a resolver does not compile. */
const Query: QueryResolvers = {
  ...auditFields('station'),
  ...acceptanceCheckQueries,
  ...actionCheckQueries,
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
  ...successionQueries,
  ...stationQueries,
  ...supervisionQueries,
  ...villageRoomQueries,
};

const Mutation: MutationResolvers = {
  ...acceptanceCheckMutations,
  ...complaintMutations,
  ...countyPolicyMutations,
  ...demonstrationMutations,
  ...evaluationMutations,
  ...guidanceCentreMutations,
  ...imports.mutations,
  ...keyCountyMutations,
  ...publicViewMutations,
  ...serviceMutations,
  ...successionMutations,
  ...stationLifeCycleMutations,
  ...stationMutations,
  ...supervisionMutations,
  ...villageRoomMutations,
};

export const resolvers = {
  ...auditTypes,
  ...importTypes,
  Query,
  Mutation,
  AcceptanceCheck,
  AcceptanceCheckItem,
  ActionCheck,
  Agency,
  CatalogueService,
  CentreOperatorTerm,
  Complaint,
  CountyPolicy,
  DemonstrationProcess,
  GuidanceCentre,
  Node,
  PublishedFigure,
  Rectification,
  Region,
  RegionSuccession,
  Rule,
  ServiceGuide,
  ServiceRecord,
  ServiceRecordCorrection,
  Station,
  StationActivity,
  StationOperatorTerm,
  StationEvaluation,
  StationFigures,
  StationRules,
  StationVisit,
  StationVisitDue,
  UnitScope,
  VillageRoom,
} satisfies Resolvers;
