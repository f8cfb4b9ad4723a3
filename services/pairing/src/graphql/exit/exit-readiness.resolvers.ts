import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { StandingFilter } from '../../application/exit/ports.ts';
import { exitReadiness } from '../../domain/exit/exit-readiness.ts';
import { schemeId } from '../../domain/ids.ts';
import type {
  ExitStandingFilter,
  ExitStandingResolvers,
  PairingResolvers,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { directionOf } from '../reference/record-list.ts';
import { agencyOf, pairingOf } from '../reference/references.ts';

export const exitQueries = {
  exitStandings: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listExitStandings(filterOf(where ?? {}), directionOf(orderBy, 'ASC'), pageOf(args)),
    ),
} satisfies Partial<QueryResolvers>;

function filterOf(where: ExitStandingFilter): StandingFilter {
  return {
    within: optional(where.regionCode, ({ within }) => within),
    schemeId: optional(where.schemeId, ({ eq }) => schemeId(eq)),
    countyTier: optional(where.countyTier, (tier) => tier.in),
    cycleYear: optional(where.cycleYear, ({ eq }) => eq),
    lacks: optional(where.lacks, (lacks) => lacks.in),
    ready: where.ready ?? null,
  };
}

/** What a pairing's county can do without it, with the missing pieces: read from the copies of the county. */
export const exitReadinessOf: NonNullable<PairingResolvers['exitReadiness']> = async (
  pairing,
  _args,
  context,
) => {
  const { loaders } = context;
  const stations = (await loaders.stationsOfCounty.load(pairing.countyCode)) ?? [];
  const workerIds = stations.flatMap(({ staff }) => staff.map(({ workerId }) => workerId));
  const workers = await Promise.all(workerIds.map((id) => loaders.workerFacts.load(id)));
  const list = exitReadiness(pairing, {
    stations,
    workers: workers.filter((worker) => worker !== null),
    contracts: (await loaders.contractsOfCounty.load(pairing.countyCode)) ?? [],
    coverage: await loaders.coverageOfCounty.load(pairing.countyCode),
    recipient: await agencyOf(pairing.recipientAgencyId, context),
  });
  return list.map(({ evidence, missing, ...criterion }) => ({
    ...criterion,
    evidence: [...evidence],
    missing: missing.map(({ id, lacks, count }) => ({
      id,
      objectId: id,
      lacks: [...lacks],
      count: count ?? null,
    })),
  }));
};

export const ExitStanding: ExitStandingResolvers = {
  pairing: ({ id }, _args, context) => pairingOf(id, context),
  county: ({ countyCode }) => ({ code: countyCode }),
  ready: ({ unmetCount }) => unmetCount === 0,
  unmet: ({ unmet }) => [...unmet],
};
