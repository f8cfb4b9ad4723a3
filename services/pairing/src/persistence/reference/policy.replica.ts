import { CORRECTION_DAYS, policyInForce } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  replicaStore,
  toReplica,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Policies, PolicyReplica } from '../../application/reference/ports.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

const policySchema = aggregateSchema(
  {
    countyCode: text,
    validFrom: text,
    validTo: optionalText,
    supersededOn: optionalText,
    withdrawnOn: optionalText,
    correctionDays: { type: Number, default: CORRECTION_DAYS },
  },
  [{ keys: { countyCode: 1, validFrom: -1 } }],
);

/** A copy fed by station's events; never more fields than the rules read. */
export function mongoPolicies(connection: Connection): Policies {
  const model = aggregateModel(connection, 'PolicyReplica', policySchema, 'policy_replicas');
  return {
    put: replicaStore<PolicyReplica>(model, 'county policy').put,
    inForceOfMany: async (countyCodes, on) => {
      const documents = await model.find({ countyCode: trusted({ $in: countyCodes }) }).lean();
      const all = documents.map((document) => toReplica<PolicyReplica>(document));
      return countyCodes.map((code) =>
        policyInForce(
          all.filter(({ countyCode }) => countyCode === code),
          on,
        ),
      );
    },
  };
}
