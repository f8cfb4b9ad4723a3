import { ofParent } from '@qianshou/service-kit/graphql';
import { reportPeriods } from '../../domain/work/report-period.ts';
import { expectedReport, workingDaysOf } from '../../domain/work/work-ledger.ts';
import { dispatchesOf } from './dispatch-assignment.resolvers.ts';
import { exitReadinessOf } from '../exit/exit-readiness.resolvers.ts';
import type { PairingResolvers } from '../generated/resolvers.ts';
import { evaluationsOf } from './pairing-evaluation.resolvers.ts';
import { targetsOf } from './pairing-target.resolvers.ts';
import { activitiesOf } from './support-activity.resolvers.ts';
import { agencyOf, schemeOf } from '../reference/references.ts';

/** What hangs on a pairing of its work; the records have lists of their own as well. */
export const workOfPairing = {
  trainees: ({ traineeIds }) => traineeIds.length,
  agenciesGrown: ({ agenciesGrown }, _args, context) =>
    Promise.all(agenciesGrown.map((id) => agencyOf(id, context))),
  agencyGrowths: ({ agenciesGrown, growthDays }) =>
    agenciesGrown.map((id) => ({
      agencyId: id,
      on: growthDays.find(({ agencyId }) => agencyId === id)?.on ?? null,
    })),
  agenciesGrownCorrections: ({ growthCorrections = [] }) => [...growthCorrections],
  traineeCorrections: ({ traineeCorrections = [] }) => [...traineeCorrections],
  agenciesGrownStruck: ({ growthStruck }) => [...growthStruck],
  traineesStruck: ({ traineesStruck }) => [...traineesStruck],
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
  targets: ({ id }, { where, ...args }, context) =>
    targetsOf({ ...args, where: ofParent(where, { pairingId: { eq: id } }) }, context),
  dispatches: ({ id }, { where, ...args }, context) =>
    dispatchesOf({ ...args, where: ofParent(where, { pairingId: { eq: id } }) }, context),
  activities: ({ id }, { where, ...args }, context) =>
    activitiesOf({ ...args, where: ofParent(where, { pairingId: { eq: id } }) }, context),
  evaluations: ({ id }, { where, ...args }, context) =>
    evaluationsOf({ ...args, where: ofParent(where, { pairingId: { eq: id } }) }, context),
} satisfies Partial<PairingResolvers>;
