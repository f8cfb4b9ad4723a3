import { CORRECTION_DAYS } from '@qianshou/kernel';
import { type Connection, policyReplicas } from '@qianshou/service-kit/mongo';
import type { Policies, PolicyReplica } from '../../application/reference/ports.ts';

export function mongoPolicies(connection: Connection): Policies {
  return policyReplicas<PolicyReplica>(connection, {
    correctionDays: { type: Number, default: CORRECTION_DAYS },
  });
}
