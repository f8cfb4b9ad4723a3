import { type CalendarDate, type PolicyDays, policyInForce, type RegionCode } from '@qianshou/kernel';
import type { Connection, SchemaDefinition } from 'mongoose';
import { trusted } from '../mongo/connection.ts';
import { aggregateModel, aggregateSchema } from './aggregate-schema.ts';
import { replicaStore, toReplica } from './replica-store.ts';

interface CountyPolicy extends PolicyDays {
  readonly id: string;
  readonly countyCode: RegionCode;
}

export interface PolicyReplicas<Policy extends CountyPolicy> {
  readonly put: (policy: Policy) => Promise<void>;
  /** The ones that rule in the counties on that day, in the order asked for; null where none does. */
  readonly inForceOfMany: (
    countyCodes: readonly RegionCode[],
    on: CalendarDate,
  ) => Promise<readonly (Policy | null)[]>;
}

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;

/** A copy of the counties' policies, fed by station's events; `fields` are those that the rules of the service read. */
export function policyReplicas<Policy extends CountyPolicy>(
  connection: Connection,
  fields: SchemaDefinition,
): PolicyReplicas<Policy> {
  const days = {
    validFrom: text,
    validTo: optionalText,
    supersededOn: optionalText,
    withdrawnOn: optionalText,
  };
  const schema = aggregateSchema({ countyCode: text, ...days, ...fields }, [
    { keys: { countyCode: 1, validFrom: -1 } },
  ]);
  const model = aggregateModel(connection, 'PolicyReplica', schema, 'policy_replicas');
  return {
    put: replicaStore<Policy>(model, 'county policy').put,
    inForceOfMany: async (countyCodes, on) => {
      const codes = [...new Set(countyCodes)];
      const documents = await model.find({ countyCode: trusted({ $in: codes }) }).lean();
      const policies = Map.groupBy(
        documents.map((document) => toReplica<Policy>(document)),
        ({ countyCode }) => countyCode,
      );
      const ruling = new Map(codes.map((code) => [code, policyInForce(policies.get(code) ?? [], on)]));
      return countyCodes.map((code) => ruling.get(code) ?? null);
    },
  };
}
