import { history } from '@qianshou/service-kit/audit';
import { grounds, publicText } from '@qianshou/kernel';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { ComplaintFilter } from '../../application/complaint/ports.ts';
import { actionsOnComplaint } from '../../domain/complaint/actions.ts';
import { complaintId, stationId } from '../../domain/ids.ts';
import { canLeadConstruction } from '../../domain/policy.ts';
import type {
  ComplaintFilter as WhereInput,
  ComplaintResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { stationOf } from '../reference/station-of.ts';

export const complaintQueries = {
  complaint: (_root, { id }, { loaders }) => loaders.complaint.load(complaintId(id)),
  complaints: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listComplaints(filterFrom(where ?? {}), orderBy?.[0]?.direction ?? 'DESC', pageOf(args)),
    ),
} satisfies Partial<QueryResolvers>;

export const complaintMutations = {
  fileComplaint: async (_root, { input }, { useCases, actor }) => {
    const statement = publicText(input.statement, 'statement', 2_000);
    const filed = { stationId: stationId(input.stationId), kind: input.kind, statement };
    return { complaint: await useCases.fileComplaint(filed, actor) };
  },
  strikeComplaint: async (_root, { input }, { useCases, actor }) => {
    const { expectedVersion = null } = input;
    const struck = { complaintId: complaintId(input.complaintId), expectedVersion, ...grounds(input) };
    return { complaint: await useCases.strikeComplaint(struck, actor) };
  },
  handleComplaint: async (_root, { input }, { useCases, actor }) => {
    const { outcome, on = null, expectedVersion = null } = input;
    const result = publicText(input.result, 'result', 2_000);
    const handled = { complaintId: complaintId(input.complaintId), expectedVersion, outcome, result, on };
    return { complaint: await useCases.handleComplaint(handled, actor) };
  },
} satisfies Partial<MutationResolvers>;

function filterFrom(where: Partial<WhereInput>): ComplaintFilter {
  return {
    within: where.regionCode?.within ?? null,
    stationId: optional(where.stationId?.eq, stationId),
    status: where.status?.in ?? null,
  };
}

export const Complaint: ComplaintResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.complaint.load(complaintId(id)),
  station: ({ stationId: id }, _args, context) => stationOf(id, context),
  statement: ({ statement, countyCode }, _args, { actor }) =>
    canLeadConstruction(actor, countyCode) ? statement : null,
  allowedActions: (complaint, _args, { actor }) => [...actionsOnComplaint(actor, complaint)],
  handledOn: ({ handling }) => handling?.on ?? null,
  outcome: ({ handling }) => handling?.outcome ?? null,
  struckOn: (complaint) => (complaint.status === 'STRUCK' ? complaint.struck.on : null),
  struckReason: (complaint) => (complaint.status === 'STRUCK' ? complaint.struck.reason : null),
  strikeEvidence: (complaint) => (complaint.status === 'STRUCK' ? (complaint.struck.evidence ?? null) : null),
  result: ({ handling }) => handling?.result ?? null,
};
