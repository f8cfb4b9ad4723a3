import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  coalescing,
  type Connection,
  type Publish,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { CountyPolicies } from '../application/ports.ts';
import type { CountyPolicy, PolicyAdopted } from '../domain/county-policy.ts';
import { countyPolicyNotFound } from '../domain/errors.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;
const optionalNumber = { type: Number, default: null } as const;

const policySchema = aggregateSchema(
  {
    countyCode: text,
    validFrom: text,
    validTo: optionalText,
    source: text,
    sourceUrl: optionalText,
    demonstrationStations: optionalNumber,
    demonstrationRooms: optionalNumber,
    residentsPerStation: number,
    certificateYears: optionalNumber,
    capPercent: optionalNumber,
    countsQuasiTownships: { type: Boolean, required: true },
    unitsOutOfScope: number,
    stationRules: {
      type: {
        _id: false,
        checklist: [{ _id: false, have: text, zh: text, en: text }],
        grades: { type: { _id: false, excellent: number, good: number, barelyQualified: number } },
        rectificationPlanDays: number,
        complaintDays: number,
        noticeDays: number,
        demonstrationBySteps: { type: Boolean, required: true },
        warnsOperatorMix: { type: Boolean, required: true },
      },
      required: true,
    },
  },
  [{ keys: { countyCode: 1, validFrom: -1 }, unique: true }],
);

export function mongoCountyPolicies(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<CountyPolicy, PolicyAdopted>,
): CountyPolicies {
  const model = aggregateModel(connection, 'CountyPolicy', policySchema, 'county_policies');
  const { save } = aggregateStore<CountyPolicy, PolicyAdopted>({
    connection,
    model,
    aggregate: 'county-policy',
    outbox,
    publish,
    notFound: countyPolicyNotFound,
  });
  const findLatestOf: CountyPolicies['findLatestOf'] = coalescing(async (codes) => {
    const found = await model.aggregate<{ latest: { _id: string } }>([
      { $match: { countyCode: trusted({ $in: [...codes] }) } },
      { $sort: { countyCode: 1, validFrom: -1 } },
      { $group: { _id: '$countyCode', latest: { $first: '$$ROOT' } } },
    ]);
    const policies = found.map(({ latest }) => toState<CountyPolicy>(latest));
    return codes.map((code) => policies.find(({ countyCode }) => countyCode === code) ?? null);
  });
  return { save, findLatestOf, findLatest: async (code) => (await findLatestOf([code]))[0] ?? null };
}
