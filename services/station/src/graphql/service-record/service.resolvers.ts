import { history } from '@qianshou/service-kit/audit';
import { grounds, line, text } from '@qianshou/kernel';
import { atMost, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { ServiceRecordQuestion } from '../../application/service-record/list-service-records.ts';
import { actionsOnServiceRecord } from '../../domain/service-record/actions.ts';
import { stationRulesOf } from '../../domain/county/station-rules.ts';
import { entryNo } from '../../domain/service-record/entry-number.ts';
import { serviceRecordId, stationId, workerId } from '../../domain/ids.ts';
import { SERVICE_CATALOGUE } from '../../domain/reference/service-catalogue.ts';
import type { CorrectedService } from '../../domain/service-record/service-record-correction.ts';
import type { ServiceEntry } from '../../domain/service-record/service-record.ts';
import type {
  CatalogueServiceResolvers,
  CorrectServiceRecordInput,
  MutationResolvers,
  QueryResolvers,
  ServiceEntryInput,
  ServiceRecordFilter as WhereInput,
  ServiceRecordCorrectionResolvers,
  ServiceRecordResolvers,
} from '../generated/resolvers.ts';
import { daysFrom } from '../reference/day-span.ts';
import { listOf } from '../reference/list-of.ts';
import { stationOf } from '../reference/station-of.ts';

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
    const struck = { ...record(input), ...grounds(input) };
    return { record: await useCases.strikeServiceRecord(struck, actor) };
  },
  correctServiceRecord: async (_root, { input }, { useCases, actor }) => {
    const corrected = { ...record(input), ...grounds(input), corrected: correctedFrom(input) };
    return { record: await useCases.correctServiceRecord(corrected, actor) };
  },
} satisfies Partial<MutationResolvers>;

function record({
  recordId,
  expectedVersion = null,
}: {
  readonly recordId: string;
  readonly expectedVersion?: number | null | undefined;
}) {
  return { recordId: serviceRecordId(recordId), expectedVersion };
}

/** What is left out, or null, stays as it is. */
function correctedFrom(input: CorrectServiceRecordInput): CorrectedService {
  const { servedOn, service, method, beneficiaryGroup, partners, persons, hours, workerIds, note } = input;
  const named = {
    servedOn,
    service: optional(service, (raw) => line(raw, 'service', 60)),
    method,
    beneficiaryGroup,
    partners,
    persons,
    hours,
    workerIds: optional(workerIds, (ids) => atMost(ids, MOST_WORKERS, 'workerIds').map(workerId)),
    note: optional(note, (raw) => text(raw, 'note', 500)),
  };
  const said = Object.entries(named).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said) as CorrectedService;
}

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
  strikeReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  corrections: ({ corrections = [] }) => [...corrections],
  allowedActions: async (parent, _args, context) => {
    const { loaders, actor } = context;
    const [station, policy] = await Promise.all([
      stationOf(parent.stationId, context),
      loaders.policyOfCounty.load(parent.countyCode),
    ]);
    const facts = { station, rules: stationRulesOf(policy), today: loaders.today };
    return [...actionsOnServiceRecord(actor, parent, facts)];
  },
};

export const ServiceRecordCorrection: ServiceRecordCorrectionResolvers = {
  hours: ({ minutes }) => minutes / 60,
};
