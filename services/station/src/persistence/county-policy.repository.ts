import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  coalescing,
  type Connection,
  keysetPage,
  type Publish,
  toState,
  trusted,
  withinRegion,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { CountyPolicies, CountyPolicyFilter } from '../application/ports.ts';
import type { CountyPolicy, PolicyAdopted } from '../domain/county-policy.ts';
import { countyPolicyNotFound } from '../domain/errors.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;
const optionalNumber = { type: Number, default: null } as const;

const IN_ORDER = { countyCode: 1, validFrom: 1, _id: 1 } as const;

const policySchema = aggregateSchema(
  {
    countyCode: text,
    validFrom: text,
    validTo: optionalText,
    source: text,
    sourceUrl: optionalText,
    supersededOn: optionalText,
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
  [{ keys: { countyCode: 1, validFrom: -1 }, unique: true }, { keys: IN_ORDER }],
);

export function mongoCountyPolicies(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<CountyPolicy, PolicyAdopted>,
): CountyPolicies {
  const model = aggregateModel(connection, 'CountyPolicy', policySchema, 'county_policies');
  const { save, findMany } = aggregateStore<CountyPolicy, PolicyAdopted>({
    connection,
    model,
    aggregate: 'county-policy',
    outbox,
    publish,
    notFound: countyPolicyNotFound,
  });
  const findLatestOf = latestOf(model);
  return {
    save,
    findMany,
    findLatestOf,
    findLatest: async (code) => (await findLatestOf([code]))[0] ?? null,
    list: (filter, direction, page) =>
      keysetPage<CountyPolicy>({
        model,
        filter: toFilter(filter),
        order: [
          { path: 'countyCode', direction },
          { path: 'validFrom', direction },
        ],
        page,
        index: IN_ORDER,
      }),
    supersede: async (id, on) => {
      await model.updateOne({ _id: id }, { supersededOn: on });
    },
  };
}

/** One pass over the policies of all counties asked for at once. */
function latestOf(model: AggregateModel): CountyPolicies['findLatestOf'] {
  return coalescing(async (codes) => {
    const found = await model.aggregate<{ latest: { _id: string } }>([
      { $match: { countyCode: trusted({ $in: [...codes] }) } },
      { $sort: { countyCode: 1, validFrom: -1 } },
      { $group: { _id: '$countyCode', latest: { $first: '$$ROOT' } } },
    ]);
    const policies = found.map(({ latest }) => toState<CountyPolicy>(latest));
    return codes.map((code) => policies.find(({ countyCode }) => countyCode === code) ?? null);
  });
}

function toFilter({ within, inForceOn }: CountyPolicyFilter): Record<string, unknown> {
  return {
    ...(within === null ? {} : { countyCode: withinRegion(within) }),
    ...(inForceOn === null
      ? {}
      : {
          validFrom: trusted({ $lte: inForceOn }),
          $and: ['validTo', 'supersededOn'].map((end) => ({
            $or: [{ [end]: null }, { [end]: trusted({ $gt: inForceOn }) }],
          })),
        }),
  };
}
