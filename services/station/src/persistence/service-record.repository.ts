import type { CalendarDate } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
  type Publish,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { ServiceRecordFilter, ServiceRecords } from '../application/ports.ts';
import { serviceRecordNotFound } from '../domain/service-errors.ts';
import type { ServiceRecord, ServiceRecordEvent } from '../domain/service-record.ts';
import { byDay } from './day-order.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;

const serviceRecordSchema = aggregateSchema(
  {
    stationId: text,
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
  });
  return {
    ...store,
    list: (filter, direction, page) =>
      keysetPage<ServiceRecord>({
        model,
        filter: toFilter(filter),
        order: byDay('servedOn', direction),
        page,
      }),
  };
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
