import {
  DEFAULT_CERTIFICATE_GAP_DAYS,
  DEFAULT_CERTIFICATE_WARNING_DAYS,
  RECRUITING_DAYS,
} from '@qianshou/kernel';
import { type Connection, policyReplicas } from '@qianshou/service-kit/mongo';
import type { Policies } from '../../application/reference/ports.ts';
import type { PolicyReplica } from '../../domain/reference/replicas.ts';
import { NO_LOCAL_POLICY } from '../../domain/reference/workplace.ts';

export function mongoPolicies(connection: Connection): Policies {
  const { put, inForceOfMany } = policyReplicas<PolicyReplica>(connection, {
    residentsPerStation: { type: Number, required: true },
    certificateYears: { type: Number, default: null },
    certificateGapDays: { type: Number, default: DEFAULT_CERTIFICATE_GAP_DAYS },
    certificateWarningDays: { type: [Number], default: () => [...DEFAULT_CERTIFICATE_WARNING_DAYS] },
    recruitmentNoticeDays: { type: Number, default: RECRUITING_DAYS.recruitmentNoticeDays },
    applicantDays: { type: Number, default: RECRUITING_DAYS.applicantDays },
    vacancyDays: { type: Number, default: RECRUITING_DAYS.vacancyDays },
  });
  return {
    put,
    inForce: async (counties, on) =>
      (await inForceOfMany(counties, on)).map((policy) => policy ?? NO_LOCAL_POLICY),
  };
}
