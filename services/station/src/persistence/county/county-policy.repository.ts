import {
  CORRECTION_DAYS,
  DEFAULT_CERTIFICATE_GAP_DAYS,
  DEFAULT_CERTIFICATE_WARNING_DAYS,
  DEFAULT_SUPERVISIONS_PER_QUARTER,
  RECRUITING_DAYS,
  type RegionCode,
} from '@qianshou/kernel';
import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  coalescing,
  type Connection,
  EVIDENCE,
  keysetPage,
  type Publish,
  toState,
  trusted,
  withinCounties,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { CountyPolicies, CountyPolicyFilter } from '../../application/county/ports.ts';
import type { CountyPolicy, PolicyEvent } from '../../domain/county/county-policy.ts';
import { DEFAULT_VISIT_DAYS } from '../../domain/county/station-rules.ts';
import { countyPolicyNotFound, policyDayTaken } from '../../domain/county/errors.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;
const optionalNumber = { type: Number, default: null } as const;

const CHECKLIST_ITEM = { _id: false, have: text, zh: text, en: text } as const;

const IN_ORDER = { countyCode: 1, validFrom: 1, _id: 1 } as const;

const policySchema = aggregateSchema(
  {
    countyCode: text,
    validFrom: text,
    validTo: optionalText,
    source: text,
    sourceUrl: optionalText,
    paper: EVIDENCE,
    supersededOn: optionalText,
    withdrawnOn: optionalText,
    proposedBy: optionalText,
    capApproval: { type: { _id: false, percent: Number, by: String, on: String }, default: null },
    notes: [
      {
        _id: false,
        kind: text,
        on: text,
        by: text,
        reason: optionalText,
        evidence: EVIDENCE,
        before: { type: Object, default: null },
      },
    ],
    demonstrationStations: optionalNumber,
    demonstrationRooms: optionalNumber,
    residentsPerStation: number,
    certificateYears: optionalNumber,
    certificateGapDays: { type: Number, default: DEFAULT_CERTIFICATE_GAP_DAYS },
    certificateWarningDays: { type: [Number], default: () => [...DEFAULT_CERTIFICATE_WARNING_DAYS] },
    capPercent: optionalNumber,
    countsQuasiTownships: { type: Boolean, required: true },
    unitsOutOfScope: number,
    stationRules: {
      type: {
        _id: false,
        checklist: [CHECKLIST_ITEM],
        // Left out by policies of before: the default holds, which is ours, and nothing is written down that no paper says.
        roomChecklist: { type: [CHECKLIST_ITEM], default: undefined },
        grades: { type: { _id: false, excellent: number, good: number, barelyQualified: number } },
        rectificationPlanDays: number,
        complaintDays: number,
        correctionDays: { type: Number, default: CORRECTION_DAYS },
        visitDays: { type: Number, default: DEFAULT_VISIT_DAYS },
        recruitmentNoticeDays: { type: Number, default: RECRUITING_DAYS.recruitmentNoticeDays },
        applicantDays: { type: Number, default: RECRUITING_DAYS.applicantDays },
        vacancyDays: { type: Number, default: RECRUITING_DAYS.vacancyDays },
        supervisionsPerQuarter: { type: Number, default: DEFAULT_SUPERVISIONS_PER_QUARTER },
        noticeDays: number,
        demonstrationBySteps: { type: Boolean, required: true },
        warnsOperatorMix: { type: Boolean, required: true },
      },
      required: true,
    },
  },
  [
    { keys: { countyCode: 1, validFrom: 1 }, unique: true, where: { withdrawnOn: null } },
    { keys: IN_ORDER },
    { keys: { validFrom: 1 } },
  ],
  { retired: [{ countyCode: 1, validFrom: -1 }] },
);

export function mongoCountyPolicies(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<CountyPolicy, PolicyEvent>,
): CountyPolicies {
  const model = aggregateModel(connection, 'CountyPolicy', policySchema, 'county_policies');
  const store = aggregateStore<CountyPolicy, PolicyEvent>({
    connection,
    model,
    aggregate: 'county-policy',
    outbox,
    publish,
    notFound: countyPolicyNotFound,
    unique: { countyCode: policyDayTaken },
  });
  return {
    ...store,
    findOfCounties: ofCounties(model),
    findCountiesToFollow: async (day) => {
      const begun = await model.distinct('countyCode', { validFrom: trusted({ $lte: day }) });
      return begun as RegionCode[];
    },
    list: listed(model),
  };
}

function listed(model: AggregateModel): CountyPolicies['list'] {
  return (filter, direction, page) =>
    keysetPage<CountyPolicy>({
      model,
      filter: toFilter(filter),
      order: [
        { path: 'countyCode', direction },
        { path: 'validFrom', direction },
      ],
      page,
      index: IN_ORDER,
    });
}

/** One pass over the policies of all counties asked for at once. */
function ofCounties(model: AggregateModel): CountyPolicies['findOfCounties'] {
  return coalescing(async (codes) => {
    const found = await model
      .find({ countyCode: trusted({ $in: [...codes] }) })
      .sort(IN_ORDER)
      .lean();
    const policies = found.map((document) => toState<CountyPolicy>(document));
    return codes.map((code) => policies.filter(({ countyCode }) => countyCode === code));
  });
}

function toFilter({ within, inForceOn }: CountyPolicyFilter): Record<string, unknown> {
  return {
    ...(within === null ? {} : { countyCode: withinCounties(within) }),
    ...(inForceOn === null
      ? {}
      : {
          withdrawnOn: null,
          validFrom: trusted({ $lte: inForceOn }),
          $and: ['validTo', 'supersededOn'].map((end) => ({
            $or: [{ [end]: null }, { [end]: trusted({ $gt: inForceOn }) }],
          })),
        }),
  };
}
