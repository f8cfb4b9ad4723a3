import { aggregateModel, aggregateSchema, type Connection, replicaStore } from '@qianshou/service-kit/mongo';
import type { Stations } from '../../application/reference/ports.ts';
import type { StationReplica } from '../../domain/reference/replicas.ts';

const optionalText = { type: String, default: null } as const;

const stationSchema = aggregateSchema(
  {
    signage: optionalText,
    countyCode: { type: String, required: true },
    operatorAgencyId: optionalText,
    acceptanceCheckId: optionalText,
    demonstrationSince: optionalText,
    closedOn: optionalText,
  },
  [{ keys: { countyCode: 1 } }],
);

/** A copy fed by station's events; never more fields than the rules read. */
export function mongoStations(connection: Connection): Stations {
  const model = aggregateModel(connection, 'StationReplica', stationSchema, 'station_replicas');
  return {
    ...replicaStore<StationReplica>(model, 'station'),
    countOpen: (countyCode) => model.countDocuments({ countyCode, closedOn: null }),
  };
}
