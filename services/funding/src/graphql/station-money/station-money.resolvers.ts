import { addFen, type Fen } from '@qianshou/kernel';
import type { StationId } from '../../domain/ids.ts';
import { moneyOfStation } from '../../domain/station-money/station-money.ts';
import type { Context } from '../context.ts';
import type { StationMoneyResolvers } from '../generated/resolvers.ts';
import type { StationMoneyParent } from '../mappers.ts';

/** FUN-16: read for all stations of a list at once. */
export async function stationMoneyOf(
  id: StationId,
  year: number,
  { loaders }: Context,
): Promise<StationMoneyParent> {
  const key = `${id}/${year}`;
  const contracts = (await loaders.contractsOfStation.load(key)) ?? [];
  const purchases = (await loaders.purchasesOfStation.load(key)) ?? [];
  const awards = (await loaders.awardsOfStation.load(key)) ?? [];
  const paid = await Promise.all(
    contracts.map(async (contract): Promise<readonly [string, Fen]> => {
      const sums = await loaders.takenOfContract.load(contract.id);
      return [contract.id, addFen(...(sums?.paid.values() ?? []))];
    }),
  );
  return { year, ...moneyOfStation(id, { contracts, purchases, awards, paidOf: new Map(paid) }) };
}

export const StationMoney: StationMoneyResolvers = {
  planned: ({ plannedFen }) => plannedFen,
  contracted: ({ contractedFen }) => contractedFen,
  paid: ({ paidFen }) => paidFen,
  sources: ({ sources }) => [...sources],
  acceptances: ({ acceptances }) => [...acceptances],
};
