import { text } from '@qianshou/kernel';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { VillageRoomFilter } from '../application/ports.ts';
import { stationNotFound } from '../domain/errors.ts';
import { stationId, villageRoomId } from '../domain/ids.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  VillageRoomFilter as WhereInput,
  VillageRoomResolvers,
} from './generated/resolvers.ts';

export const villageRoomQueries = {
  villageRooms: async (_root, { where, ...args }, { useCases }) =>
    toConnection(await useCases.listVillageRooms(filterFrom(where ?? {}), pageOf(args))),
} satisfies Partial<QueryResolvers>;

function filterFrom({
  regionCode,
  demonstration = null,
  stationId: station,
}: Partial<WhereInput>): VillageRoomFilter {
  return {
    within: regionCode?.within ?? null,
    demonstration,
    stationId: optional(station?.eq, stationId),
  };
}

export const villageRoomMutations = {
  openVillageRoom: async (_root, { input }, { useCases, actor }) => ({
    villageRoom: await useCases.openVillageRoom(
      {
        stationId: stationId(input.stationId),
        villageName: text(input.villageName, 'villageName', 100),
        openedOn: input.openedOn,
      },
      actor,
    ),
  }),
  chooseDemonstrationRoom: async (_root, { input }, { useCases, actor }) => ({
    villageRoom: await useCases.chooseDemonstrationRoom(
      { villageRoomId: villageRoomId(input.villageRoomId), expectedVersion: input.expectedVersion ?? null },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const VillageRoom: VillageRoomResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.villageRoom.load(villageRoomId(id)),
  township: ({ townshipCode }) => ({ code: townshipCode }),
  station: async ({ stationId: id }, _args, { loaders }) => {
    const station = await loaders.station.load(id);
    if (station === null) throw stationNotFound({ id });
    return station;
  },
};
