import { addFen, type Fen, fen } from '@qianshou/kernel';
import type { RewardAward } from '../../domain/award/reward-award.ts';
import type { Contract } from '../../domain/contract/contract.ts';
import type { StationId } from '../../domain/ids.ts';
import { moneyOfStation } from '../../domain/station-money/station-money.ts';
import type { Context } from '../context.ts';
import type { StationMoneyResolvers } from '../generated/resolvers.ts';
import type { Loaders } from '../loaders.ts';
import type { StationMoneyParent } from '../mappers.ts';

/** FUN-16: read for all stations of a list at once. */
export async function stationMoneyOf(
  id: StationId,
  year: number,
  { loaders }: Context,
): Promise<StationMoneyParent> {
  const key = `${id}/${year}`;
  const [contracts, purchases, awards] = await Promise.all([
    loaders.contractsOfStation.load(key),
    loaders.purchasesOfStation.load(key),
    loaders.awardsOfStation.load(key),
  ]);
  const paid = await Promise.all([
    ...(contracts ?? []).map((contract) => paidOfContract(contract, loaders)),
    ...(awards ?? []).map((award) => paidOfAward(award, loaders)),
  ]);
  const found = { contracts: contracts ?? [], purchases: purchases ?? [], awards: awards ?? [] };
  return { year, ...moneyOfStation(id, { ...found, paidOf: new Map(paid) }) };
}

type Paid = readonly [string, Fen];

async function paidOfContract({ id }: Contract, { takenOfContract }: Loaders): Promise<Paid> {
  const sums = await takenOfContract.load(id);
  return [id, addFen(...(sums?.paid.values() ?? []))];
}

async function paidOfAward({ id }: RewardAward, loaders: Loaders): Promise<Paid> {
  return [id, (await loaders.paidOfAward.load(id)) ?? fen(0n)];
}

export const StationMoney: StationMoneyResolvers = {
  planned: ({ plannedFen }) => plannedFen,
  contracted: ({ contractedFen }) => contractedFen,
  paid: ({ paidFen }) => paidFen,
  sources: ({ sources }) => [...sources],
  acceptances: ({ acceptances }) => [...acceptances],
};
