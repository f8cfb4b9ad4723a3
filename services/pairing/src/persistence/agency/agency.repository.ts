import {
  type AggregateModel,
  type AggregateStore,
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  DOCUMENT,
  EVIDENCE,
  keysetPage,
  movedReferences,
  namedLike,
  oneOf,
  type Publish,
  SEARCH_TOKENS,
  toState,
  trusted,
  withinCounties,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Agencies, AgencyFilter, AgencyOrder } from '../../application/agency/ports.ts';
import type { Agency } from '../../domain/agency/agency.ts';
import type { AgencyEvent } from '../../domain/agency/agency-events.ts';
import { NAMING_AGENCIES } from '../reference/naming-agencies.ts';
import { agencyAlreadyRegistered, agencyNotFound } from '../../domain/reference/errors.ts';

const text = { type: String, required: true } as const;
const flag = { type: Boolean, required: true } as const;

const PATHS = {
  HOME_REGION_CODE: 'homeRegionCode',
  NAME: 'name',
  REGISTERED_ON: 'registeredOn',
} as const satisfies Record<AgencyOrder['field'], string>;

const agencySchema = aggregateSchema(
  {
    name: text,
    unifiedSocialCreditCode: text,
    creditCodeReason: { type: String, default: null },
    legalForm: text,
    registrationAuthority: text,
    registeredOn: text,
    homeRegionCode: text,
    mainBusinessIsSocialWork: flag,
    canDispatch: flag,
    canReceive: flag,
    canOperate: flag,
    evaluationGrade: text,
    fullTimeStaff: { type: Number, default: null },
    certifiedStaff: { type: Number, default: null },
    focusAreas: [text],
    barredYears: [{ type: Number, required: true }],
    bars: [{ _id: false, year: { type: Number, required: true }, evaluationId: text }],
    registrationChanges: [
      {
        _id: false,
        on: text,
        recordedOn: text,
        reason: text,
        document: DOCUMENT,
        before: {
          _id: false,
          name: text,
          unifiedSocialCreditCode: text,
          creditCodeReason: { type: String, default: null },
          legalForm: text,
          registrationAuthority: text,
          registeredOn: text,
          homeRegionCode: text,
          mainBusinessIsSocialWork: flag,
        },
      },
    ],
    status: text,
    statusReason: { type: String, default: null },
    stoodBefore: {
      type: { _id: false, status: text, statusReason: { type: String, default: null } },
      default: undefined,
    },
    restorations: [{ _id: false, on: text, reason: text, evidence: EVIDENCE, struckOffFor: text }],
    mergedIntoId: String,
    aliases: [
      {
        _id: false,
        agencyId: text,
        name: text,
        unifiedSocialCreditCode: text,
        on: text,
        reason: text,
        document: DOCUMENT,
      },
    ],
  },
  [
    { keys: { unifiedSocialCreditCode: 1 }, unique: true },
    { keys: { homeRegionCode: 1, _id: 1 } },
    { keys: { status: 1, homeRegionCode: 1, _id: 1 } },
    { keys: { focusAreas: 1, homeRegionCode: 1, _id: 1 } },
    { keys: { name: 1, _id: 1 } },
    { keys: { registeredOn: 1, _id: 1 } },
    { keys: { [SEARCH_TOKENS]: 1, homeRegionCode: 1, _id: 1 } },
  ],
  { searchedBy: 'name' },
);

export function mongoAgencies(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<Agency, AgencyEvent>,
): Agencies {
  const model = aggregateModel(connection, 'Agency', agencySchema, 'agencies');
  const store = aggregateStore<Agency, AgencyEvent>({
    connection,
    model,
    aggregate: 'agency',
    outbox,
    publish,
    notFound: agencyNotFound,
    unique: { unifiedSocialCreditCode: agencyAlreadyRegistered },
  });
  return {
    ...store,
    ...followingMerges(store, model),
    getEntry: store.get,
    moveReferences: movedReferences(connection, 'pairing', NAMING_AGENCIES),
    list: (filter, { field, direction }, page) =>
      keysetPage<Agency>({
        model,
        filter: toFilter(filter),
        order: [{ path: PATHS[field], direction }],
        ...(field === 'HOME_REGION_CODE' && filter.name === null
          ? {}
          : { index: { [PATHS[field]]: 1, _id: 1 } }),
        page,
      }),
  };
}

type Store = AggregateStore<Agency, AgencyEvent>;

/** Every look-up of an entry that was merged leads to the agency that was kept. */
function followingMerges(store: Store, model: AggregateModel) {
  const findByCreditCodes: Agencies['findByCreditCodes'] = async (codes) => {
    const documents = await model.find({ unifiedSocialCreditCode: trusted({ $in: [...codes] }) }).lean();
    const entries = documents.map((document) => toState<Agency>(document));
    const kept = await asKept(store, entries);
    return new Map(entries.map((entry, at) => [entry.unifiedSocialCreditCode, kept[at] ?? entry]));
  };
  return {
    find: async (id) => (await asKept(store, [await store.find(id)]))[0] ?? null,
    get: async (id) => (await asKept(store, [await store.get(id)]))[0] ?? store.get(id),
    findMany: async (ids) => asKept(store, await store.findMany(ids)),
    findByCreditCode: async (code) => (await findByCreditCodes([code])).get(code) ?? null,
    findByCreditCodes,
  } satisfies Partial<Agencies>;
}

/** In place of each entry that was merged the agency that was kept: a chain of merges ends there at once. */
async function asKept<Entry extends Agency | null>(
  { findMany }: Pick<Store, 'findMany'>,
  entries: readonly Entry[],
): Promise<readonly (Entry | Agency | null)[]> {
  const ids = entries.flatMap((entry) => (entry?.status === 'MERGED' ? [entry.mergedIntoId] : []));
  if (ids.length === 0) return entries;
  const kept = new Map((await findMany([...new Set(ids)])).map((agency) => [agency?.id, agency]));
  return entries.map((entry) =>
    entry?.status === 'MERGED' ? (kept.get(entry.mergedIntoId) ?? null) : entry,
  );
}

function toFilter(filter: AgencyFilter): Record<string, unknown> {
  const { within, status, evaluationGrade, focusArea, name, ...able } = filter;
  const named = Object.entries({ ...able, focusAreas: focusArea }).filter(([, value]) => value !== null);
  return {
    ...(within === null ? {} : { homeRegionCode: withinCounties(within) }),
    ...namedLike(name),
    ...oneOf('status', status),
    ...oneOf('evaluationGrade', evaluationGrade),
    ...Object.fromEntries(named),
  };
}
