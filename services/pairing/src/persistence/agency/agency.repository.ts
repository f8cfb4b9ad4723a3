import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  keysetPage,
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
import type { Agency, AgencyEvent } from '../../domain/agency/agency.ts';
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
    status: text,
    statusReason: { type: String, default: null },
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
    findByCreditCode: async (code) => {
      const document = await model.findOne({ unifiedSocialCreditCode: code }).lean();
      return document === null ? null : toState<Agency>(document);
    },
    findByCreditCodes: async (codes) => {
      const documents = await model.find({ unifiedSocialCreditCode: trusted({ $in: [...codes] }) }).lean();
      return documents.map((document) => toState<Agency>(document));
    },
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
