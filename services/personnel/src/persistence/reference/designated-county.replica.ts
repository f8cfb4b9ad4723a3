import { aggregateModel, aggregateSchema, type Connection, withinRegion } from '@qianshou/service-kit/mongo';
import type { DesignatedCounties } from '../../application/reference/ports.ts';

const countySchema = aggregateSchema({}, []);

/** Fed by station's events: the counties that were listed as key counties. */
export function mongoDesignatedCounties(connection: Connection): DesignatedCounties {
  const model = aggregateModel(connection, 'DesignatedCounty', countySchema, 'designated_county_replicas');
  return {
    add: async (_id) => {
      await model.replaceOne({ _id }, { _id, version: 1 }, { upsert: true });
    },
    hasAny: async (within) => (await model.exists({ _id: withinRegion(within) })) !== null,
  };
}
