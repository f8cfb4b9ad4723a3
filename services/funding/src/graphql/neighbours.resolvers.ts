import { type Fen, fen, idOfCode } from '@qianshou/kernel';
import { figureKey } from '@qianshou/service-kit/figures';
import { ofParent, optional } from '@qianshou/service-kit/graphql';
import type { SourceFigure } from '../domain/books/source-figures.ts';
import type { FigureName } from '../domain/reference/figure-names.ts';
import { agencyId, stationId } from '../domain/ids.ts';
import { SOURCE_KINDS } from '../domain/money/account.ts';
import { contractsOf } from './contract/contract.resolvers.ts';
import type {
  AgencyResolvers,
  AmountRateResolvers,
  FundingFiguresResolvers,
  RegionResolvers,
  StationResolvers,
} from './generated/resolvers.ts';
import type { AmountRateParent, FundingBySourceParent, FundingFiguresParent } from './mappers.ts';
import { awardsOf } from './award/reward-award.resolvers.ts';
import { stationMoneyOf } from './station-money/station-money.resolvers.ts';
import { yearOf } from './reference/parse.ts';

export const Agency: AgencyResolvers = {
  __resolveReference: ({ id }) => ({ id: agencyId(id) }),
  contracts: ({ id }, { where, ...args }, context) =>
    contractsOf({ ...args, where: ofParent(where, { providerAgencyId: { eq: id } }) }, context),
};

export const Station: StationResolvers = {
  __resolveReference: ({ id }) => ({ id: stationId(id) }),
  contracts: ({ id }, { where, ...args }, context) =>
    contractsOf({ ...args, where: ofParent(where, { stationId: { eq: id } }) }, context),
  money: ({ id }, { year }, context) => stationMoneyOf(id, yearOf(year), context),
  rewardAwards: ({ id }, { where, ...args }, context) =>
    awardsOf({ ...args, where: ofParent(where, { stationId: { eq: id } }) }, context),
};

export const Region: RegionResolvers = {
  __resolveReference: ({ code }) => ({ code }),
  id: ({ code }) => idOfCode('reg', code),
  fundingFigures: async ({ code }, { year }, { loaders }) => {
    const ofYear = optional(year, (raw) => figureKey(code, String(yearOf(raw))));
    return { kept: await loaders.figures.load(ofYear ?? code) };
  },
};

export const FundingFigures: FundingFiguresResolvers = {
  planned: (parent) => amount(parent, 'plannedFen'),
  provisional: (parent) => amount(parent, 'provisionalFen'),
  cap: (parent) => amount(parent, 'capFen'),
  assistanceShare: (parent) => amount(parent, 'assistanceShareFen'),
  topUp: (parent) => amount(parent, 'topUpFen'),
  contracted: (parent) => amount(parent, 'contractedFen'),
  contractsSigned: (parent) => Number(figure(parent, 'contractsSigned')),
  awardsApproved: (parent) => amount(parent, 'awardsApprovedFen'),
  awardsPaid: (parent) => amount(parent, 'awardsPaidFen'),
  paid: (parent) => amount(parent, 'paidFen'),
  unpaid: (parent) => fen(amount(parent, 'contractedFen') - amount(parent, 'contractsPaidFen')),
  carriedIn: (parent) => amount(parent, 'carriedInFen'),
  carriedOver: (parent) => amount(parent, 'carriedOverFen'),
  surplus: (parent) => amount(parent, 'surplusFen'),
  plannedOfHistory: (parent) => amount(parent, 'historyPlannedFen'),
  contractedOfHistory: (parent) => amount(parent, 'historyContractedFen'),
  paidOfHistory: (parent) => amount(parent, 'historyPaidFen'),
  bySource: (parent) => [...bySource(parent)],
  paymentsOverdue: (parent) => Number(figure(parent, 'paymentsOverdue')),
  capUsed: (parent) => share(parent, 'assistanceShareFen', 'capFen'),
  paidShareOfContracts: (parent) => share(parent, 'contractsPaidFen', 'contractedFen'),
  asOf,
};

export const AmountRate: AmountRateResolvers = {
  // For a chart: the amounts beside it are exact.
  rate: ({ numerator, denominator }) => (denominator === 0n ? null : Number(numerator) / Number(denominator)),
};

/** The parts, and what is in none of them. */
function bySource(parent: FundingFiguresParent): readonly FundingBySourceParent[] {
  const known = SOURCE_KINDS.map((kind) => ({
    kind,
    planned: amount(parent, `planned_${kind}`),
    paid: amount(parent, `paid_${kind}`),
  }));
  const rest = (name: 'planned' | 'paid') =>
    fen(amount(parent, `${name}Fen`) - known.reduce<bigint>((sum, each) => sum + each[name], 0n));
  const rows = [...known, { kind: null, planned: rest('planned'), paid: rest('paid') }];
  return rows.filter(({ planned, paid }) => planned !== 0n || paid !== 0n);
}

function share(parent: FundingFiguresParent, part: FigureName, whole: FigureName): AmountRateParent {
  return { numerator: amount(parent, part), denominator: amount(parent, whole), asOf: asOf(parent) };
}

function amount(parent: FundingFiguresParent, name: FigureName | SourceFigure): Fen {
  return fen(BigInt(figure(parent, name)));
}

function figure({ kept }: FundingFiguresParent, name: FigureName | SourceFigure): number | bigint {
  return kept?.figures[name] ?? 0;
}

function asOf({ kept }: FundingFiguresParent): Date | null {
  return kept?.asOf ?? null;
}
