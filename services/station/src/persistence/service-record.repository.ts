import type { CalendarDate } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  type Publish,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { FiledEntry, ServiceRecordFilter, ServiceRecords } from '../application/ports-of-services.ts';
import { serviceEntryTaken, serviceRecordNotFound } from '../domain/service-errors.ts';
import type { ServiceRecord, ServiceRecordEvent } from '../domain/service-record.ts';
import { byDay } from './day-order.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;

const serviceRecordSchema = aggregateSchema(
  {
    stationId: text,
    entryNo: optionalText,
    townshipCode: text,
    countyCode: text,
    service: text,
    domain: text,
    method: text,
    beneficiaryGroup: optionalText,
    servedOn: text,
    persons: number,
    minutes: number,
    workerIds: [String],
    note: optionalText,
    struck: { type: { _id: false, on: text, reason: text }, default: null },
  },
  [
    { keys: { stationId: 1, servedOn: 1, _id: 1 } },
    { keys: { entryNo: 1, stationId: 1 }, unique: true, where: { entryNo: { $gt: '' } } },
    { keys: { stationId: 1, domain: 1, servedOn: 1, _id: 1 } },
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
    list: (filter, direction, page) =>
      keysetPage<ServiceRecord>({
        model,
        filter: toFilter(filter),
        order: byDay('servedOn', direction),
        page,
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

function toFilter({ stationId, domain, from, to }: ServiceRecordFilter): Record<string, unknown> {
  return {
    stationId,
    ...(domain === null ? {} : { domain: trusted({ $in: [...domain] }) }),
    ...(from === null && to === null ? {} : { servedOn: trusted(days(from, to)) }),
  };
}

function days(from: CalendarDate | null, to: CalendarDate | null): Record<string, string> {
  return { ...(from === null ? {} : { $gte: from }), ...(to === null ? {} : { $lte: to }) };
}
