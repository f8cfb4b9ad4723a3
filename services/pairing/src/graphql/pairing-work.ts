import { pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { reportPeriods } from '../domain/report-period.ts';
import { expectedReport, workingDaysOf } from '../domain/work-ledger.ts';
import { exitReadinessOf } from './exit-readiness.resolvers.ts';
import type { PairingResolvers } from './generated/resolvers.ts';
import { everythingOf } from './record-list.ts';
import { agencyOf, schemeOf } from './references.ts';

/** What hangs on a pairing of its work; the records have lists of their own as well. */
export const workOfPairing = {
  trainees: ({ traineeIds }) => traineeIds.length,
  agenciesGrown: ({ agenciesGrown }, _args, context) =>
    Promise.all(agenciesGrown.map((id) => agencyOf(id, context))),
  barredAgencies: async ({ dispatchingAgencyId, recipientAgencyId, cycleYear }, _args, context) => {
    const ids = [dispatchingAgencyId, recipientAgencyId];
    const both = await Promise.all(ids.map((id) => agencyOf(id, context)));
    return both.filter(({ status, barredYears }) => status !== 'ACTIVE' || barredYears.includes(cycleYear));
  },
  warnings: async (pairing, _args, context) => {
    const { policy } = await schemeOf(pairing.schemeId, context);
    const ledger = await context.loaders.ledger.load(pairing.id);
    return [...context.useCases.warnOfPairing(pairing, ledger, policy)];
  },
  workingDays: async ({ id }, _args, { loaders }) =>
    workingDaysOf((await loaders.ledger.load(id))?.stays ?? []),
  reportPeriods: async ({ startsOn, endsOn, schemeId }, _args, context) => {
    if (startsOn === null || endsOn === null) return [];
    return [...reportPeriods({ startsOn, endsOn }, (await schemeOf(schemeId, context)).policy)];
  },
  nextReport: async ({ id, schemeId }, _args, context) => {
    const ledger = await context.loaders.ledger.load(id);
    return ledger === null ? null : expectedReport(ledger, (await schemeOf(schemeId, context)).policy);
  },
  exitReadiness: exitReadinessOf,
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
    toConnection(
      await useCases.listEvaluations(
        { ...everythingOf(id), kind: null, grade: null, year: null, struck: false },
        'DESC',
        pageOf(args),
      ),
    ),
} satisfies Partial<PairingResolvers>;
