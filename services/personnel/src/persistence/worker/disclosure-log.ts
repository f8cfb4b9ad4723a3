import { type Connection, transactionSession } from '@qianshou/service-kit/mongo';
import type { DisclosureLog } from '../../application/worker/ports.ts';

/** Insert only: who read what of whom, and why. */
export function mongoDisclosureLog(connection: Connection): DisclosureLog {
  const disclosures = connection.collection('disclosures');
  return {
    append: async (entry) => {
      await disclosures.insertOne({ ...entry }, { session: transactionSession() });
    },
    noteRefusal: async (entry) => {
      await disclosures.insertOne({ ...entry });
    },
  };
}
