import { mongoRateLimit } from '@qianshou/service-kit/limits';
import type { Connection } from '@qianshou/service-kit/mongo';
import type { CertificateChecks, LookUps } from '../../application/certificate/ports.ts';

const MOST_AN_HOUR = { name: 'certificate-look-ups', most: 20, seconds: 3_600 };
/** Somebody who hires checks a handful of papers; a check is twelve hexadecimal digits, so nobody guesses one at this pace. */
const MOST_CHECKS_AN_HOUR = { name: 'certificate-checks', most: 60, seconds: 3_600 };

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

/** Counted for all processes together, by who asks: the subject, or where a stranger asks from. */
export function mongoCertificateChecks(connection: Connection): CertificateChecks {
  const limit = mongoRateLimit(connection, MOST_CHECKS_AN_HOUR);
  return { spend: ({ subject, origin }) => limit.spend(subject ?? origin ?? 'nobody') };
}
