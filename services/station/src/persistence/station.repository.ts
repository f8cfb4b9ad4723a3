import type { RegionCode } from '@qianshou/kernel';
import {
  aggregateStore,
  type Connection,
  keysetPage,
  trusted,
  withinRegion,
  type Publish,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { StationFilter, Stations } from '../application/ports.ts';
import { stationNotFound, stationUnitTaken } from '../domain/errors.ts';
import type { Station, StationEvent } from '../domain/station.ts';
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
  return {
    ...store,
    list: (filter, { direction }, page) =>
      keysetPage<Station>({
        model,
        filter: toFilter(filter),
        order: [{ path: 'townshipCode', direction }],
        page,
      }),
    countDemonstrations: (countyCode: RegionCode) =>
      model.countDocuments({ townshipCode: withinRegion(countyCode), tier: 'DEMONSTRATION' }).exec(),
  };
}

function toFilter({ within, status, tier, operatorAgencyId }: StationFilter): Record<string, unknown> {
  return {
    ...(within === null ? {} : { townshipCode: withinRegion(within) }),
    ...(status === null ? {} : { status: trusted({ $in: [...status] }) }),
    ...(tier === null ? {} : { tier: trusted({ $in: [...tier] }) }),
    ...(operatorAgencyId === null ? {} : { operatorAgencyId }),
  };
}
