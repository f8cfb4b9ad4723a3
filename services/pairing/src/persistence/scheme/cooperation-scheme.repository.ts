import { DEFAULT_GRADES } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  keysetPage,
  type Publish,
  STRUCK,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { SchemeFilter, Schemes } from '../../application/scheme/ports.ts';
import type { CooperationScheme, SchemeEvent } from '../../domain/scheme/cooperation-scheme.ts';
import { schemeAlreadyOpen, schemeNotFound } from '../../domain/reference/errors.ts';

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
/** Null switches the rule off. */
const limit = { type: Number, default: null } as const;

const schemeSchema = aggregateSchema(
  {
    dispatchProvinceCode: text,
    recipientProvinceCode: text,
    mode: text,
    quota: number,
    accepted: number,
    year: number,
    documentNo: text,
    openingDocumentNo: text,
    documents: [
      {
        _id: false,
        documentNo: text,
        about: text,
        decidedOn: { type: String, default: null },
        formerNos: [text],
      },
    ],
    struck: STRUCK,
    corrections: [
      {
        _id: false,
        quota: number,
        year: number,
        documentNo: { type: String, default: null },
        on: text,
        reason: text,
        evidence: EVIDENCE,
      },
    ],
    authorities: [{ _id: false, name: text, since: text, documentNo: text }],
    policy: {
      minimumWorkers: limit,
      minimumYearlyDays: limit,
      minimumStayDays: limit,
      minimumAgenciesGrown: limit,
      minimumTrainees: limit,
      quietDays: limit,
      reportMonths: number,
      reportGraceDays: number,
      grades: {
        type: { _id: false, excellent: number, good: number, barelyQualified: number },
        default: DEFAULT_GRADES,
      },
    },
  },
  [
    { keys: { year: 1, _id: 1 } },
    { keys: { dispatchProvinceCode: 1, year: 1, _id: 1 } },
    { keys: { recipientProvinceCode: 1, year: 1, _id: 1 } },
    {
      keys: { recipientProvinceCode: 1, dispatchProvinceCode: 1, year: 1, openingDocumentNo: 1 },
      unique: true,
      where: { struck: null },
    },
  ],
  {
    retired: [{ dispatchProvinceCode: 1, recipientProvinceCode: 1, year: 1, openingDocumentNo: 1 }],
  },
);

export function mongoSchemes(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<CooperationScheme, SchemeEvent>,
): Schemes {
  const model = aggregateModel(connection, 'CooperationScheme', schemeSchema, 'cooperation_schemes');
  const store = aggregateStore<CooperationScheme, SchemeEvent>({
    connection,
    model,
    aggregate: 'scheme',
    outbox,
    publish,
    notFound: schemeNotFound,
    unique: { recipientProvinceCode: schemeAlreadyOpen },
  });
  return {
    ...store,
    findOf: async (recipientProvinceCodes, years) => {
      const filter = {
        recipientProvinceCode: trusted({ $in: [...recipientProvinceCodes] }),
        year: trusted({ $in: [...years] }),
        struck: null,
      };
      const documents = await model.find(filter).sort({ _id: 1 }).lean();
      return documents.map((document) => toState<CooperationScheme>(document));
    },
    list: (filter, { direction }, page) =>
      keysetPage<CooperationScheme>({
        model,
        filter: toFilter(filter),
        order: [{ path: 'year', direction }],
        page,
      }),
  };
}

function toFilter({ struck, ...exactly }: SchemeFilter): Record<string, unknown> {
  const named = Object.entries(exactly).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(named), struck: struck ? trusted({ $ne: null }) : null };
}
