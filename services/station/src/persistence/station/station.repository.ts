import { aggregateStore, type Connection, type Publish } from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { Stations } from '../../application/station/ports.ts';
import { stationNotFound, stationUnitTaken } from '../../domain/station/errors.ts';
import type { Station } from '../../domain/station/station.ts';
import type { StationEvent } from '../../domain/station/station-events.ts';
import { stationList } from './station-list.ts';
import { stationLookups } from './station-lookups.ts';
import { stationModel } from './station.model.ts';

export function mongoStations(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<Station, StationEvent>,
): Stations {
  const model = stationModel(connection);
  const store = aggregateStore<Station, StationEvent>({
    connection,
    model,
    aggregate: 'station',
    outbox,
    publish,
    notFound: stationNotFound,
    unique: { townshipCode: stationUnitTaken },
  });
  return { ...store, ...stationList(model), ...stationLookups(model) };
}
