import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  replicaStore,
  toReplica,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Stations } from '../../application/reference/ports.ts';
import type { StationReplica } from '../../domain/reference/replicas.ts';
import { movePlace } from './moving-places.ts';

const text = { type: String, required: true } as const;

const stationSchema = aggregateSchema(
  {
    townshipCode: text,
    countyCode: text,
    tier: text,
    operatorAgencyId: { type: String, default: null },
    operationMode: { type: String, default: null },
    closed: { type: Boolean, default: false },
  },
  // Where an agency operates.
  [{ keys: { operatorAgencyId: 1, countyCode: 1 } }, { keys: { townshipCode: 1 } }],
);

/** Fed by station's events; never more fields than the rules read. */
export function mongoStations(connection: Connection): Stations {
  const model = aggregateModel(connection, 'StationReplica', stationSchema, 'station_replicas');
  return {
    ...replicaStore<StationReplica>(model, 'station'),
    listOfTownships: async (codes) => {
      const found = await model.find({ townshipCode: trusted({ $in: [...codes] }) }).lean();
      return found.map((document) => toReplica<StationReplica>(document));
    },
    isOperatedBy: async (operatorAgencyId, countyCode) =>
      (await model.exists({ operatorAgencyId, countyCode, closed: false })) !== null,
    movePlace: movePlace(connection),
  };
}
