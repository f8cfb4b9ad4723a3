import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  replicaStore,
  toReplica,
} from '@qianshou/service-kit/mongo';
import type { Policies } from '../../application/reference/ports.ts';
import type { PolicyReplica } from '../../domain/reference/replicas.ts';

const text = { type: String, required: true } as const;

const policySchema = aggregateSchema(
  {
    countyCode: text,
    validFrom: text,
    validTo: { type: String, default: null },
    supersededOn: { type: String, default: null },
    withdrawnOn: { type: String, default: null },
    source: text,
    capPercent: { type: Number, default: null },
    capApprovedOn: { type: String, default: null },
  },
  [{ keys: { countyCode: 1 } }],
);

/** A copy fed by station's events: each policy as it stands now. */
export function mongoPolicies(connection: Connection): Policies {
  const model = aggregateModel(connection, 'PolicyReplica', policySchema, 'policy_replicas');
  return {
    put: replicaStore<PolicyReplica>(model, 'county policy').put,
    listOf: async (countyCode) => {
      const documents = await model.find({ countyCode }).lean();
      return documents.map((document) => toReplica<PolicyReplica>(document));
    },
  };
}
