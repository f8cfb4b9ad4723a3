import { CORRECTION_DAYS, policyInForce, type RegionCode } from '@qianshou/kernel';
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
    supervisionsPerQuarter: { type: Number, required: true },
    correctionDays: { type: Number, default: CORRECTION_DAYS },
  },
  [{ keys: { countyCode: 1, validFrom: -1 } }],
);

/** A copy fed by station's events; never more fields than the rules read. */
export function mongoPolicies(connection: Connection): Policies {
  const model = aggregateModel(connection, 'PolicyReplica', policySchema, 'policy_replicas');
  const inForceOfMany: Policies['inForceOfMany'] = async (countyCodes, on) => {
    const documents = await model.find({ countyCode: trusted({ $in: countyCodes }) }).lean();
    const all = documents.map((document) => toReplica<PolicyReplica>(document));
    const inForce = (code: RegionCode) =>
      policyInForce(
        all.filter(({ countyCode }) => countyCode === code),
        on,
      );
    return countyCodes.map(inForce);
  };
  return {
    put: replicaStore<PolicyReplica>(model, 'county policy').put,
    inForceOfMany,
    inForce: async (countyCode, on) => (await inForceOfMany([countyCode], on))[0] ?? null,
  };
}
