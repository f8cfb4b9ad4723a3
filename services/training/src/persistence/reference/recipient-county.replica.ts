import type { RegionCode } from '@qianshou/kernel';
import { aggregateModel, aggregateSchema, type Connection, trusted } from '@qianshou/service-kit/mongo';
import type { RecipientCounties } from '../../application/reference/ports.ts';

const countySchema = aggregateSchema({}, []);

/** A copy fed by the events of pairing and station: the counties that receive help. */
export function mongoRecipientCounties(connection: Connection): RecipientCounties {
  const model = aggregateModel(connection, 'RecipientCounty', countySchema, 'recipient_county_replicas');
  return {
    add: async (_id) => {
      await model.replaceOne({ _id }, { _id, version: 1 }, { upsert: true });
    },
    among: async (codes) => {
      const found = await model.find({ _id: trusted({ $in: [...codes] }) }, { _id: 1 }).lean();
      return found.map(({ _id }) => _id as RegionCode);
    },
  };
}
