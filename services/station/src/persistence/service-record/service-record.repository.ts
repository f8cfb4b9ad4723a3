import { levelOf, type RegionCode } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  keysetPage,
  oneOf,
  type Publish,
  STRUCK,
  toState,
  trusted,
  withinRegion,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type {
  FiledEntry,
  ServiceRecordFilter,
  ServiceRecordPlace,
  ServiceRecords,
} from '../../application/service-record/ports.ts';
import type { DaySpan } from '../../application/reference/ports.ts';
import { serviceEntryTaken, serviceRecordNotFound } from '../../domain/service-record/errors.ts';
import type { ServiceRecord, ServiceRecordEvent } from '../../domain/service-record/service-record.ts';
import { byDay } from '../reference/day-order.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;

const BY_STATION = { stationId: 1, servedOn: 1, _id: 1 } as const;
/**
 * One index for every region below the nation, since each costs a million records something: a province is its few
 * prefectures merged, a county or a unit is told apart in the index itself, before any document is read.
 */
const BY_PREFECTURE = { prefectureCode: 1, servedOn: 1, _id: 1, townshipCode: 1 } as const;

const serviceRecordSchema = aggregateSchema(
  {
    stationId: text,
    entryNo: optionalText,
    townshipCode: text,
    countyCode: text,
    prefectureCode: text,
    service: text,
    domain: text,
    method: text,
    beneficiaryGroup: optionalText,
    partners: { type: [String], default: null },
    servedOn: text,
    persons: number,
    minutes: number,
    workerIds: [String],
    note: optionalText,
    struck: STRUCK,
    corrections: [
      {
        _id: false,
        on: text,
        reason: text,
        evidence: EVIDENCE,
        service: text,
        partners: { type: [String], default: null },
        servedOn: text,
        domain: text,
        method: text,
        beneficiaryGroup: optionalText,
        persons: number,
        minutes: number,
      },
    ],
  },
  [
    { keys: BY_STATION },
    { keys: BY_PREFECTURE },
    { keys: { entryNo: 1, stationId: 1 }, unique: true, where: { entryNo: { $gt: '' } } },
  ],
);

export function mongoServiceRecords(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<ServiceRecord, ServiceRecordEvent>,
): ServiceRecords {
  const model = aggregateModel(connection, 'ServiceRecord', serviceRecordSchema, 'service_records');
  const store = aggregateStore<ServiceRecord, ServiceRecordEvent>({
    connection,
    model,
    aggregate: 'service-record',
    outbox,
    publish,
    notFound: serviceRecordNotFound,
    unique: { entryNo: serviceEntryTaken },
  });
  return {
    ...store,
    findByEntryNos: async (entries) => {
      if (entries.length === 0) return [];
      const found = await model.find({ $or: clausesOf(entries) }).lean();
      return found.map((document) => toState<ServiceRecord>(document));
    },
    list: (place, filter, direction, page) =>
      keysetPage<ServiceRecord>({
        model,
        filter: { ...toPlace(place), ...toFilter(filter) },
        order: byDay('servedOn', direction),
        page,
        index: place.kind === 'STATION' ? BY_STATION : BY_PREFECTURE,
      }),
  };
}

/** As few clauses as the numbers or the stations allow: the database plans each by itself. */
function clausesOf(entries: readonly FiledEntry[]): Record<string, unknown>[] {
  const byStation = Map.groupBy(entries, ({ stationId }) => stationId);
  const byNumber = Map.groupBy(entries, ({ entryNo }) => entryNo);
  if (byStation.size < byNumber.size) {
    return [...byStation].map(([stationId, own]) => {
      const entryNo = trusted({ $in: own.map((entry) => entry.entryNo) });
      return { stationId, entryNo };
    });
  }
  return [...byNumber].map(([entryNo, own]) => {
    const stationId = trusted({ $in: own.map((entry) => entry.stationId) });
    return { stationId, entryNo };
  });
}

function toPlace(place: ServiceRecordPlace): Record<string, unknown> {
  if (place.kind === 'STATION') {
    const { stationId, within } = place;
    return { stationId, ...(within === null ? {} : { townshipCode: withinRegion(within) }) };
  }
  const { within, prefectures, stationIds } = place;
  return {
    prefectureCode: trusted({ $in: [...prefectures] }),
    ...(isOfPrefectures(within) ? {} : { townshipCode: withinRegion(within) }),
    ...oneOf('stationId', stationIds),
  };
}

/** Such a region is told by its prefectures alone. */
function isOfPrefectures(within: RegionCode): boolean {
  return ['PROVINCE', 'PREFECTURE'].includes(levelOf(within));
}

function toFilter({
  domain,
  method,
  beneficiaryGroup,
  servedOn,
}: ServiceRecordFilter): Record<string, unknown> {
  return {
    ...oneOf('domain', domain),
    ...oneOf('method', method),
    ...oneOf('beneficiaryGroup', beneficiaryGroup),
    ...inDays(servedOn),
  };
}

function inDays({ from, to }: DaySpan): Record<string, unknown> {
  if (from === null && to === null) return {};
  const days = { ...(from === null ? {} : { $gte: from }), ...(to === null ? {} : { $lte: to }) };
  return { servedOn: trusted(days) };
}
