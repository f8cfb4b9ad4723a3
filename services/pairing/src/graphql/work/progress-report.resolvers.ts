import { history } from '@qianshou/service-kit/audit';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { actionsOnReport } from '../../domain/work/allowed-work-actions.ts';
import { pairingId, reportId } from '../../domain/ids.ts';
import type { ProgressReport as ReportState } from '../../domain/work/progress-report.ts';
import { concerns } from '../../domain/work/policy.ts';
import type { Context } from '../context.ts';
import type {
  AcceptProgressReportInput,
  MutationResolvers,
  ProgressReportResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { directionOf, recordFilterOf } from '../reference/record-list.ts';
import { recordReferences } from '../reference/references.ts';

/** One that may not be seen is not there, by whichever way it is asked for. */
async function visible(id: string, { loaders, actor }: Context): Promise<ReportState | null> {
  const report = await loaders.report.load(reportId(id));
  return report !== null && concerns(actor, report) ? report : null;
}

/** What every step of an existing report says. */
function targetOf(input: AcceptProgressReportInput) {
  return {
    reportId: reportId(input.reportId),
    expectedVersion: input.expectedVersion ?? null,
    idempotencyKey: input.idempotencyKey,
  };
}

export const reportQueries = {
  progressReport: (_root, { id }, context) => visible(id, context),
  progressReports: async (_root, { where, orderBy, ...args }, { useCases, actor }) =>
    toConnection(
      await useCases.listReports(
        {
          ...recordFilterOf(where, where?.dueOn),
          status: optional(where?.status, (status) => status.in),
          late: where?.late ?? null,
        },
        directionOf(orderBy, 'DESC'),
        pageOf(args),
        actor,
      ),
    ),
} satisfies Partial<QueryResolvers>;

export const reportMutations = {
  submitProgressReport: async (_root, { input }, { useCases, actor }) => ({
    report: await useCases.submitProgressReport(
      { ...input, pairingId: pairingId(input.pairingId), problems: input.problems ?? null },
      actor,
    ),
  }),
  acceptProgressReport: async (_root, { input }, { useCases, actor }) => ({
    report: await useCases.acceptProgressReport(targetOf(input), actor),
  }),
  returnProgressReport: async (_root, { input }, { useCases, actor }) => ({
    report: await useCases.returnProgressReport({ ...targetOf(input), reason: input.reason }, actor),
  }),
} satisfies Partial<MutationResolvers>;

export const ProgressReport: ProgressReportResolvers = {
  history,
  __resolveReference: ({ id }, context) => visible(id, context),
  ...recordReferences,
  figures: ({ figures }) => [...figures],
  allowedActions: (report, _args, { actor }) => [...actionsOnReport(actor, report)],
};
