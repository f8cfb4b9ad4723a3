import { type Fen, fen, idOfCode } from '@qianshou/kernel';
import { figureKey } from '@qianshou/service-kit/figures';
import { ofParent, optional } from '@qianshou/service-kit/graphql';
import type { FigureName } from '../domain/reference/figure-names.ts';
import { agencyId, stationId } from '../domain/ids.ts';
import { contractsOf } from './contract/contract.resolvers.ts';
import type {
  AgencyResolvers,
  AmountRateResolvers,
  FundingFiguresResolvers,
  RegionResolvers,
  StationResolvers,
} from './generated/resolvers.ts';
import type { AmountRateParent, FundingFiguresParent } from './mappers.ts';
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
  paymentsOverdue: (parent) => Number(figure(parent, 'paymentsOverdue')),
  capUsed: (parent) => share(parent, 'assistanceShareFen', 'capFen'),
  paidShareOfContracts: (parent) => share(parent, 'contractsPaidFen', 'contractedFen'),
  asOf,
};

export const AmountRate: AmountRateResolvers = {
  // For a chart: the amounts beside it are exact.
  rate: ({ numerator, denominator }) => (denominator === 0n ? null : Number(numerator) / Number(denominator)),
};

function share(parent: FundingFiguresParent, part: FigureName, whole: FigureName): AmountRateParent {
  return { numerator: amount(parent, part), denominator: amount(parent, whole), asOf: asOf(parent) };
}

function amount(parent: FundingFiguresParent, name: FigureName): Fen {
  return fen(BigInt(figure(parent, name)));
}

function figure({ kept }: FundingFiguresParent, name: FigureName): number | bigint {
  return kept?.figures[name] ?? 0;
}

function asOf({ kept }: FundingFiguresParent): Date | null {
  return kept?.asOf ?? null;
}
