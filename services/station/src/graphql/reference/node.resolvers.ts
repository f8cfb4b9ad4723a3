import { codeOfId } from '@qianshou/kernel';
import { nodeId, type NodeId, type NodeType, nodeTypeOf } from '../../domain/reference/node.ts';
import {
  checkId,
  complaintId,
  centreId,
  countyPolicyId,
  evaluationId,
  stationId,
  villageRoomId,
} from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import type { NodeResolvers, QueryResolvers } from '../generated/resolvers.ts';
import type { NodeParent } from '../mappers.ts';

type Finder = (id: NodeId, loaders: Context['loaders']) => Promise<NodeParent | null>;

/** What this service owns: read like its own fields read it. The gateway asks the owner for everything else. */
const OWN: Partial<Record<NodeType, Finder>> = {
  AcceptanceCheck: (id, { acceptanceCheck }) => acceptanceCheck.load(checkId(id)),
  Complaint: (id, { complaint }) => complaint.load(complaintId(id)),
  CountyPolicy: (id, { policy }) => policy.load(countyPolicyId(id)),
  GuidanceCentre: (id, { centre }) => centre.load(centreId(id)),
  Region: async (id, { region }) => {
    const code = codeOfId('reg', id);
    return (await region.load(code)) === null ? null : { id, code };
  },
  Station: (id, { station }) => station.load(stationId(id)),
  StationEvaluation: (id, { evaluation }) => evaluation.load(evaluationId(id)),
  VillageRoom: (id, { villageRoom }) => villageRoom.load(villageRoomId(id)),
};

export const nodeQueries = {
  node: async (_root, { id: raw }, { loaders }) => {
    const id = nodeId(raw);
    const find = OWN[nodeTypeOf(id)];
    return find === undefined ? { id } : find(id, loaders);
  },
} satisfies Partial<QueryResolvers>;

export const Node: NodeResolvers = {
  __resolveType: ({ id }) => nodeTypeOf(id),
};
