import {
  DEFAULT_CERTIFICATE_GAP_DAYS,
  DEFAULT_CERTIFICATE_WARNING_DAYS,
  policyInForce,
  RECRUITING_DAYS,
  type RegionCode,
} from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  replicaStore,
  toReplica,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Policies } from '../../application/reference/ports.ts';
import type { PolicyReplica } from '../../domain/reference/replicas.ts';
import { NO_LOCAL_POLICY } from '../../domain/reference/workplace.ts';

const text = { type: String, required: true } as const;

const policySchema = aggregateSchema(
  {
    countyCode: text,
    validFrom: text,
    validTo: { type: String, default: null },
    supersededOn: { type: String, default: null },
    withdrawnOn: { type: String, default: null },
    residentsPerStation: { type: Number, required: true },
    certificateYears: { type: Number, default: null },
    certificateGapDays: { type: Number, default: DEFAULT_CERTIFICATE_GAP_DAYS },
    certificateWarningDays: { type: [Number], default: () => [...DEFAULT_CERTIFICATE_WARNING_DAYS] },
    recruitmentNoticeDays: { type: Number, default: RECRUITING_DAYS.recruitmentNoticeDays },
    applicantDays: { type: Number, default: RECRUITING_DAYS.applicantDays },
    vacancyDays: { type: Number, default: RECRUITING_DAYS.vacancyDays },
  },
  [{ keys: { countyCode: 1, validFrom: -1 } }],
);

/** A copy fed by station's events; never more fields than the rules read. */
export function mongoPolicies(connection: Connection): Policies {
  const model = aggregateModel(connection, 'PolicyReplica', policySchema, 'policy_replicas');
  return {
    inForce: async (counties, on) => {
      const codes = [...new Set<RegionCode>(counties)];
      const documents = await model
        .find({ countyCode: trusted({ $in: codes }), validFrom: trusted({ $lte: on }) })
        .lean();
      const policies = documents.map((document) => toReplica<PolicyReplica>(document));
      const ruling = new Map(
        codes.map((code) => [
          code,
          policyInForce(
            policies.filter(({ countyCode }) => countyCode === code),
            on,
          ),
        ]),
      );
      return counties.map((code) => ruling.get(code) ?? NO_LOCAL_POLICY);
    },
    put: replicaStore<PolicyReplica>(model, 'county policy').put,
  };
}
