import { history } from '@qianshou/service-kit/audit';
import { grounds, publicName, publicText } from '@qianshou/kernel';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { VillageRoomFilter } from '../../application/village-room/ports.ts';
import { stationId, villageRoomId } from '../../domain/ids.ts';
import { roomChecklistOf, stationRulesOf } from '../../domain/county/station-rules.ts';
import { villageRoomActions } from '../../domain/village-room/actions.ts';
import { equipmentOf, lightOf, standingOfRoom } from '../../domain/village-room/room-standard.ts';
import { documentsFrom, roomsFrom, siteFrom } from '../station/premises.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  VillageRoomFilter as WhereInput,
  VillageRoomResolvers,
} from '../generated/resolvers.ts';
import type { VillageRoom as VillageRoomState } from '../../domain/village-room/village-room.ts';
import type { Context } from '../context.ts';
import { stationOf } from '../reference/station-of.ts';

export const villageRoomQueries = {
  villageRooms: async (_root, { where, ...args }, { useCases }) =>
    toConnection(await useCases.listVillageRooms(filterFrom(where ?? {}), pageOf(args))),
} satisfies Partial<QueryResolvers>;

function filterFrom({
  regionCode,
  name = null,
  stationId: station,
  status,
  ...flags
}: Partial<WhereInput>): VillageRoomFilter {
  return {
    within: regionCode?.within ?? null,
    name,
    ...flagsOf(flags),
    stationId: optional(station?.eq, stationId),
    status: status?.in ?? null,
  };
}

function flagsOf({ demonstration = null, meetsStandard = null }: Partial<WhereInput>) {
  return { demonstration, meetsStandard };
}

export const villageRoomMutations = {
  openVillageRoom: async (_root, { input }, { useCases, actor }) => ({
    villageRoom: await useCases.openVillageRoom(
      {
        stationId: stationId(input.stationId),
        villageName: publicName(input.villageName, 'villageName', 100),
        openedOn: input.openedOn,
      },
      actor,
    ),
  }),
  equipVillageRoom: async (_root, { input }, { useCases, actor }) => {
    const equipment = {
      site: optional(input.site, siteFrom),
      rooms: optional(input.rooms, roomsFrom),
      documents: optional(input.documents, documentsFrom),
    };
    return { villageRoom: await useCases.equipVillageRoom({ ...room(input), equipment }, actor) };
  },
  chooseDemonstrationRoom: async (_root, { input }, { useCases, actor }) => ({
    villageRoom: await useCases.chooseDemonstrationRoom(room(input), actor),
  }),
  assignVillageRoom: async (_root, { input }, { useCases, actor }) => {
    const assigned = { ...room(input), stationId: stationId(input.stationId) };
    return { villageRoom: await useCases.assignVillageRoom(assigned, actor) };
  },
  closeVillageRoom: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    const { closedOn = null } = input;
    return { villageRoom: await useCases.closeVillageRoom({ ...room(input), reason, closedOn }, actor) };
  },
  correctVillageRoom: async (_root, { input }, { useCases, actor }) => {
    const { villageName, openedOn } = input;
    const corrected = {
      ...(isNothing(villageName) ? {} : { villageName: publicName(villageName, 'villageName', 100) }),
      ...(isNothing(openedOn) ? {} : { openedOn }),
    };
    const asked = { ...room(input), ...grounds(input), corrected };
    return { villageRoom: await useCases.correctVillageRoom(asked, actor) };
  },
  strikeVillageRoom: async (_root, { input }, { useCases, actor }) => ({
    villageRoom: await useCases.strikeVillageRoom({ ...room(input), ...grounds(input) }, actor),
  }),
  strikeDemonstrationRoom: async (_root, { input }, { useCases, actor }) => ({
    villageRoom: await useCases.strikeDemonstrationRoom({ ...room(input), ...grounds(input) }, actor),
  }),
} satisfies Partial<MutationResolvers>;

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** What every change of an existing room says: which one, and which version the caller read. */
function room(input: {
  readonly villageRoomId: string;
  readonly expectedVersion?: number | null | undefined;
}) {
  return {
    villageRoomId: villageRoomId(input.villageRoomId),
    expectedVersion: input.expectedVersion ?? null,
  };
}

/** Today's. */
async function checklistFor({ countyCode }: VillageRoomState, { loaders }: Context) {
  return roomChecklistOf(stationRulesOf(await loaders.policyOfCounty.load(countyCode)));
}

export const VillageRoom: VillageRoomResolvers = {
  history,
  __resolveReference: ({ id }, { loaders }) => loaders.villageRoom.load(villageRoomId(id)),
  township: ({ townshipCode }) => ({ code: townshipCode }),
  station: ({ stationId: id }, _args, context) => stationOf(id, context),
  site: (parent) => equipmentOf(parent).site,
  rooms: (parent) => [...equipmentOf(parent).rooms],
  documents: (parent) => [...equipmentOf(parent).documents],
  haves: async (parent, _args, context) =>
    standingOfRoom(parent, await checklistFor(parent, context)).map((item) => ({
      ...item,
      missing: [...item.missing],
    })),
  meetsStandard: ({ meetsStandard = false }) => meetsStandard,
  light: async (parent, _args, context) => lightOf(parent, await checklistFor(parent, context)),
  struckOn: (parent) => (parent.status === 'STRUCK' ? parent.struck.on : null),
  strikeReason: (parent) => (parent.status === 'STRUCK' ? parent.struck.reason : null),
  strikeEvidence: (parent) => (parent.status === 'STRUCK' ? (parent.struck.evidence ?? null) : null),
  corrections: ({ corrections = [] }) => [...corrections],
  allowedActions: async (parent, _args, { actor, loaders }) => {
    const [station, own, policy] = await Promise.all([
      loaders.workplaceOfUnit.load(parent.townshipCode),
      loaders.station.load(parent.stationId),
      loaders.policyOfCounty.load(parent.countyCode),
    ]);
    const facts = { own, station, rules: stationRulesOf(policy), today: loaders.today };
    return [...villageRoomActions(actor, parent, facts)];
  },
};
