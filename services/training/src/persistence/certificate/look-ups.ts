import { mongoRateLimit } from '@qianshou/service-kit/limits';
import type { Connection } from '@qianshou/service-kit/mongo';
import type { LookUps } from '../../application/certificate/ports.ts';

const MOST_AN_HOUR = { name: 'certificate-look-ups', most: 20, seconds: 3_600 };

/** Insert only, and counted for all processes together. */
export function mongoLookUps(connection: Connection): LookUps {
  const limit = mongoRateLimit(connection, MOST_AN_HOUR);
  const disclosures = connection.collection('disclosures');
  return {
    spend: ({ subject }) => limit.spend(subject ?? 'nobody'),
    note: async (entry) => {
      await disclosures.insertOne({ kind: 'LOOK_UP', ...entry });
    },
  };
}
