import { history } from '@qianshou/service-kit/audit';
import { line, publicText, text } from '@qianshou/kernel';
import { atMost, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { ServiceRecordQuestion } from '../../application/service-record/list-service-records.ts';
import { actionsOnServiceRecord } from '../../domain/service-record/actions.ts';
import { entryNo } from '../../domain/service-record/entry-number.ts';
import { serviceRecordId, stationId, workerId } from '../../domain/ids.ts';
import { SERVICE_CATALOGUE } from '../../domain/reference/service-catalogue.ts';
import type { ServiceEntry } from '../../domain/service-record/service-record.ts';
import type {
  CatalogueServiceResolvers,
  MutationResolvers,
  QueryResolvers,
  ServiceEntryInput,
  ServiceRecordFilter as WhereInput,
  ServiceRecordResolvers,
} from '../generated/resolvers.ts';
import { daysFrom } from '../reference/day-span.ts';
import { listOf } from '../reference/list-of.ts';
import { stationOf } from '../station/station-of.ts';

/** Most services in one daily entry, and workers in one service. */
const MOST_ENTRIES = 50;
const MOST_WORKERS = 20;

export const serviceQueries = {
  serviceCatalogue: (_root, { domain }) =>
    SERVICE_CATALOGUE.filter((service) => (domain ?? service.domain) === service.domain),
  serviceRecords: async (_root, { where, ...args }, { useCases, actor }) =>
    toConnection(await useCases.listServiceRecords(questionFrom(where), pageOf(args), actor)),
} satisfies Partial<QueryResolvers>;

function questionFrom(where: WhereInput): ServiceRecordQuestion {
  return {
    stationId: optional(where.stationId?.eq, stationId),
    within: where.regionCode?.within ?? null,
    domain: listOf(where.domain),
    method: listOf(where.method),
    beneficiaryGroup: listOf(where.beneficiaryGroup),
    servedOn: daysFrom(where.servedOn ?? { gte: where.from, lte: where.to }),
  };
}

export const serviceMutations = {
  recordServices: async (_root, { input }, { useCases, actor }) => {
    const entries = atMost(input.entries, MOST_ENTRIES, 'entries').map(entryFrom);
    const { servedOn } = input;
    const day = { stationId: stationId(input.stationId), servedOn, entries };
    return { records: [...(await useCases.recordServices(day, actor))] };
  },
  strikeServiceRecord: async (_root, { input }, { useCases, actor }) => {
    const struck = {
      recordId: serviceRecordId(input.recordId),
      expectedVersion: input.expectedVersion ?? null,
      reason: publicText(input.reason, 'reason', 500),
    };
    return { record: await useCases.strikeServiceRecord(struck, actor) };
  },
} satisfies Partial<MutationResolvers>;

function entryFrom(input: ServiceEntryInput): ServiceEntry {
  const { method, beneficiaryGroup = null, persons, hours } = input;
  return {
    entryNo: optional(input.entryNo, entryNo),
    service: line(input.service, 'service', 60),
    method,
    beneficiaryGroup,
    partners: input.partners,
    persons,
    hours,
    workerIds: atMost(input.workerIds, MOST_WORKERS, 'workerIds').map(workerId),
    note: optional(input.note, (raw) => text(raw, 'note', 500)),
  };
}

export const CatalogueService: CatalogueServiceResolvers = {
  groups: ({ groups }) => [...groups],
  methods: ({ methods }) => [...methods],
};

export const ServiceRecord: ServiceRecordResolvers = {
  history,
  station: ({ stationId: id }, _args, context) => stationOf(id, context),
  hours: ({ minutes }) => minutes / 60,
  partners: ({ partners }) => [...(partners ?? [])],
  workerIds: ({ workerIds }) => [...workerIds],
  struckOn: ({ struck }) => struck?.on ?? null,
  allowedActions: async (record, _args, context) => [
    ...actionsOnServiceRecord(context.actor, record, await stationOf(record.stationId, context)),
  ],
};
