import { aggregateModel, aggregateSchema, type Connection } from '@qianshou/service-kit/mongo';
import type { Helpers } from '../../application/reference/ports.ts';

const helperSchema = aggregateSchema({}, []);

/** A copy fed by the events of pairing: which agency's pairing works, or worked, in which county (TRA-8). */
export function mongoHelpers(connection: Connection): Helpers {
  const model = aggregateModel(connection, 'Helper', helperSchema, 'helper_replicas');
  return {
    add: async (countyCode, agencyId) => {
      const _id = `${countyCode}:${agencyId}`;
      await model.replaceOne({ _id }, { _id, version: 1 }, { upsert: true });
    },
    worksIn: async (countyCode, agencyId) =>
      (await model.exists({ _id: `${countyCode}:${agencyId}` })) !== null,
  };
}
