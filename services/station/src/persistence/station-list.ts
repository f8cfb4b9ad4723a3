import { type AggregateModel, keysetPage, trusted, withinRegion } from '@qianshou/service-kit/mongo';
import type { StationFilter, Stations } from '../application/ports.ts';
import type { Station } from '../domain/station.ts';

/** Each combination of filter and order is served by an index of the model. */
export function stationList(model: AggregateModel): Pick<Stations, 'list'> {
  return {
    list: (filter, { direction }, page) =>
      keysetPage<Station>({
        model,
        filter: toFilter(filter),
        order: [{ path: 'townshipCode', direction }],
        page,
      }),
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
