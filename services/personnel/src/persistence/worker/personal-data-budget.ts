import { mongoRateLimit } from '@qianshou/service-kit/limits';
import type { Connection } from '@qianshou/service-kit/mongo';
import type { PersonalDataBudget } from '../../application/worker/ports.ts';

const HOUR = 3_600;

/** Counted for all processes together; who has no subject shares one count with all who have none. */
export function mongoPersonalDataBudget(connection: Connection): PersonalDataBudget {
  const limit = mongoRateLimit(connection, { name: 'personal-data', most: 20, seconds: HOUR });
  return {
    spend: ({ subject }) => limit.spend(subject ?? 'nobody'),
    requireLeft: ({ subject }) => limit.requireLeft(subject ?? 'nobody'),
  };
}
