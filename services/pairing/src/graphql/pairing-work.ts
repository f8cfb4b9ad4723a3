import { pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { exitReadiness } from '../domain/exit-readiness.ts';
import { reportPeriods } from '../domain/report-period.ts';
import type { PairingResolvers, PairingWarningResolvers } from './generated/resolvers.ts';
import { everythingOf } from './record-list.ts';
import { agencyOf, schemeOf } from './references.ts';

/** What hangs on a pairing of its work; the records have lists of their own as well. */
export const workOfPairing = {
  trainees: ({ traineeIds }) => traineeIds.length,
  agenciesGrown: ({ agenciesGrown }, _args, context) =>
    Promise.all(agenciesGrown.map((id) => agencyOf(id, context))),
  warnings: async (pairing, _args, context) => {
    const { policy } = await schemeOf(pairing.schemeId, context);
    const ledger = await context.loaders.ledger.load(pairing.id);
    return [...context.useCases.warnOfPairing(pairing, ledger, policy)];
  },
  reportPeriods: async ({ startsOn, endsOn, schemeId }, _args, context) => {
    if (startsOn === null || endsOn === null) return [];
    return [...reportPeriods({ startsOn, endsOn }, (await schemeOf(schemeId, context)).policy)];
  },
  exitReadiness: async (pairing, _args, context) => {
    const { loaders } = context;
    const stations = (await loaders.stationsOfCounty.load(pairing.countyCode)) ?? [];
    const workerIds = stations.flatMap(({ staff }) => staff.map(({ workerId }) => workerId));
    const workers = await Promise.all(workerIds.map((id) => loaders.workerFacts.load(id)));
    const list = exitReadiness(pairing, {
      stations,
      workers: workers.filter((worker) => worker !== null),
      contracts: (await loaders.contractsOfCounty.load(pairing.countyCode)) ?? [],
      recipient: await agencyOf(pairing.recipientAgencyId, context),
    });
    return list.map(({ evidence, missing, ...criterion }) => ({
      ...criterion,
      evidence: [...evidence],
      missing: missing.map(({ id, lacks }) => ({ id, lacks: [...lacks] })),
    }));
  },
  targets: async ({ id }, args, { useCases }) =>
    toConnection(await useCases.listTargets({ ...everythingOf(id), taskGroup: null }, 'ASC', pageOf(args))),
  dispatches: async ({ id }, args, { useCases }) =>
    toConnection(
      await useCases.listDispatches(
        { ...everythingOf(id), workerId: null, status: null },
        'DESC',
        pageOf(args),
      ),
    ),
  activities: async ({ id }, args, { useCases }) =>
    toConnection(
      await useCases.listActivities(
        { ...everythingOf(id), taskGroup: null, kind: null, struck: null },
        'DESC',
        pageOf(args),
      ),
    ),
  evaluations: async ({ id }, args, { useCases }) =>
    toConnection(await useCases.listEvaluations({ ...everythingOf(id), kind: null }, 'DESC', pageOf(args))),
} satisfies Partial<PairingResolvers>;

export const PairingWarning: PairingWarningResolvers = {
  label: ({ label }, _args, { language }) => label?.[language] ?? null,
  message: (warning, _args, { language }) => warning[language],
  figures: ({ figures }) => [...figures],
};
