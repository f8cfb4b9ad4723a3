import { CORRECTION_DAYS } from '@qianshou/kernel';
import { type Connection, policyReplicas } from '@qianshou/service-kit/mongo';
import type { Policies, PolicyReplica } from '../../application/reference/ports.ts';

export function mongoPolicies(connection: Connection): Policies {
  const replicas = policyReplicas<PolicyReplica>(connection, {
    supervisionsPerQuarter: { type: Number, required: true },
    correctionDays: { type: Number, default: CORRECTION_DAYS },
  });
  return {
    ...replicas,
    inForce: async (countyCode, on) => (await replicas.inForceOfMany([countyCode], on))[0] ?? null,
  };
}
