import { notKnownYet } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Stations } from '../application/ports.ts';
import type { StationReplica } from '../domain/replicas.ts';

const text = { type: String, required: true } as const;

const stationSchema = aggregateSchema(
  { townshipCode: text, countyCode: text, tier: text, operatorAgencyId: { type: String, default: null } },
  [],
);

/** A copy fed by station's events; never more fields than the rules read. */
export function mongoStations(connection: Connection): Stations {
  const model = aggregateModel(connection, 'StationReplica', stationSchema, 'station_replicas');
  const findMany: Stations['findMany'] = async (ids) => {
    const documents = await model.find({ _id: trusted({ $in: [...ids] }) }).lean();
    const byId = new Map(documents.map((document) => [document._id, toReplica(document)]));
    return ids.map((id) => byId.get(id) ?? null);
  };
  return {
    findMany,
    get: async (id) => {
      const [station] = await findMany([id]);
      if (station === null || station === undefined) throw notKnownYet({ what: 'station', id });
      return station;
    },
    put: async ({ id, ...station }) => {
      await model.replaceOne({ _id: id }, { _id: id, version: 1, ...station }, { upsert: true });
    },
  };
}

function toReplica(document: { readonly _id: string }): StationReplica {
  const { id, townshipCode, countyCode, tier, operatorAgencyId } = toState<StationReplica>(document);
  return { id, townshipCode, countyCode, tier, operatorAgencyId };
}
