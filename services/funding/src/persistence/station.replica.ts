import { notKnownYet } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Stations } from '../application/ports.ts';
import type { StationId } from '../domain/ids.ts';
import type { StationReplica } from '../domain/replicas.ts';

const optionalText = { type: String, default: null } as const;

const stationSchema = aggregateSchema(
  {
    countyCode: { type: String, required: true },
    operatorAgencyId: optionalText,
    acceptanceCheckId: optionalText,
  },
  [],
);

/** A copy fed by station's events; never more fields than the rules read. */
export function mongoStations(connection: Connection): Stations {
  const model = aggregateModel(connection, 'StationReplica', stationSchema, 'station_replicas');
  const getMany: Stations['getMany'] = async (ids) => {
    const documents = await model.find({ _id: trusted({ $in: [...ids] }) }).lean();
    const byId = new Map(documents.map((document) => [document._id, toState<StationReplica>(document)]));
    return ids.map((id) => byId.get(id) ?? unknownStation(id));
  };
  return {
    getMany,
    get: async (id) => (await getMany([id]))[0] ?? unknownStation(id),
    put: async ({ id, ...standing }) => {
      const first = { version: 1, acceptanceCheckId: null };
      await model.updateOne({ _id: id }, { $set: standing, $setOnInsert: first }, { upsert: true });
    },
    takeOver: async ({ id, ...station }) => {
      await model.replaceOne({ _id: id }, { _id: id, version: 1, ...station }, { upsert: true });
    },
    setAccepted: async (id, acceptanceCheckId) => {
      await model.updateOne({ _id: id }, { $set: { acceptanceCheckId } });
    },
  };
}

function unknownStation(id: StationId): never {
  throw notKnownYet({ what: 'station', id });
}
