import type { RegionCode } from '@qianshou/kernel';
import {
  aggregateModel,
  type AggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  keysetPage,
  namedLike,
  oneOf,
  type Publish,
  SEARCH_TOKENS,
  STRUCK,
  toState,
  trusted,
  withinRegion,
} from '@qianshou/service-kit/mongo';
import { FILED, ROOM, SITE } from '../station/premises.ts';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Village, VillageRoomFilter, VillageRooms } from '../../application/village-room/ports.ts';
import type { OperatingRoom, VillageRoom, VillageRoomEvent } from '../../domain/village-room/village-room.ts';
import { villageRoomNotFound, villageRoomTaken } from '../../domain/village-room/errors.ts';

/** What was struck out is listed only where it is asked for. */
const STANDING = ['OPERATING', 'CLOSED'] as const;

const text = { type: String, required: true } as const;

const villageRoomSchema = aggregateSchema(
  {
    villageName: text,
    townshipCode: text,
    countyCode: text,
    stationId: text,
    demonstration: { type: Boolean, required: true },
    demonstrationSince: { type: String, default: null },
    openedOn: text,
    equipment: {
      type: {
        _id: false,
        site: { type: SITE, default: null },
        rooms: [ROOM],
        documents: [FILED],
      },
      default: null,
    },
    meetsStandard: { type: Boolean, default: false },
    status: text,
    closure: { type: { _id: false, reason: text, closedOn: text }, default: null },
    struck: { ...STRUCK, default: undefined },
    corrections: [
      {
        _id: false,
        on: text,
        reason: text,
        evidence: EVIDENCE,
        villageName: text,
        openedOn: text,
        demonstrationSince: { type: String, default: null },
      },
    ],
  },
  [
    { keys: { townshipCode: 1, _id: 1 } },
    { keys: { stationId: 1, townshipCode: 1, _id: 1 } },
    { keys: { demonstration: 1, townshipCode: 1, _id: 1 } },
    { keys: { meetsStandard: 1, townshipCode: 1, _id: 1 } },
    { keys: { status: 1, townshipCode: 1, _id: 1 } },
    // A village has one room at a time. By its name first: a list in order of units then leaves this guard alone.
    { keys: { villageName: 1, townshipCode: 1 }, unique: true, where: { status: 'OPERATING' } },
    { keys: { [SEARCH_TOKENS]: 1, townshipCode: 1, _id: 1 } },
  ],
  { searchedBy: 'villageName', retired: [{ townshipCode: 1, villageName: 1 }] },
);

export function mongoVillageRooms(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<VillageRoom, VillageRoomEvent>,
): VillageRooms {
  const model = aggregateModel(connection, 'VillageRoom', villageRoomSchema, 'village_rooms');
  const store = aggregateStore<VillageRoom, VillageRoomEvent>({
    connection,
    model,
    aggregate: 'village-room',
    outbox,
    publish,
    notFound: villageRoomNotFound,
    unique: { villageName: villageRoomTaken },
  });
  return {
    ...store,
    list: (filter, page) =>
      keysetPage<VillageRoom>({
        model,
        filter: toFilter(filter),
        order: [{ path: 'townshipCode', direction: 'ASC' }],
        page,
      }),
    findByVillages: async (villages) => {
      if (villages.length === 0) return [];
      const standing = { $or: inTheirUnits(villages), status: trusted({ $ne: 'STRUCK' }) };
      const found = await model.find(standing).lean();
      return found.map((document) => toState<VillageRoom>(document));
    },
    findOperatingIn: findOperatingIn(model),
    findOperatingOf: async (countyCode) => {
      const found = await model.find({ status: 'OPERATING', townshipCode: withinRegion(countyCode) }).lean();
      return found.map((document) => toState<OperatingRoom>(document));
    },
    countDemonstrations: (countyCode: RegionCode) =>
      model.countDocuments({ townshipCode: withinRegion(countyCode), demonstration: true }).exec(),
  };
}

function findOperatingIn(model: AggregateModel): VillageRooms['findOperatingIn'] {
  return async (unit, other) => {
    const operating = { townshipCode: trusted({ $in: [unit, other] }), status: 'OPERATING' };
    const rooms = (await model.find(operating).lean()).map((document) => toState<VillageRoom>(document));
    const taken = new Set(
      rooms.filter(({ townshipCode }) => townshipCode === other).map(({ villageName }) => villageName),
    );
    return rooms.filter(({ townshipCode, villageName }) => townshipCode === unit && !taken.has(villageName));
  };
}

function inTheirUnits(villages: readonly Village[]): Record<string, unknown>[] {
  const byUnit = Map.groupBy(villages, ({ townshipCode }) => townshipCode);
  return [...byUnit].map(([townshipCode, own]) => {
    const villageName = trusted({ $in: own.map((village) => village.villageName) });
    return { townshipCode, villageName };
  });
}

function toFilter({
  within,
  name,
  demonstration,
  meetsStandard,
  stationId,
  status,
}: VillageRoomFilter): Record<string, unknown> {
  return {
    ...(within === null ? {} : { townshipCode: withinRegion(within) }),
    ...namedLike(name),
    ...(demonstration === null ? {} : { demonstration }),
    // Rooms of before say nothing of it, which is no.
    ...(meetsStandard === null
      ? {}
      : { meetsStandard: meetsStandard ? true : trusted({ $in: [false, null] }) }),
    ...(stationId === null ? {} : { stationId }),
    ...oneOf('status', status ?? STANDING),
  };
}
