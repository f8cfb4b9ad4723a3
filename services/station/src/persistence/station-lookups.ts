import type { RegionCode } from '@qianshou/kernel';
import { type AggregateModel, keysetPage, toState, trusted, withinRegion } from '@qianshou/service-kit/mongo';
import type { StationFilter, Stations } from '../application/ports.ts';
import type { Station } from '../domain/station.ts';

type Lookups = Pick<
  Stations,
  'list' | 'countDemonstrations' | 'findOperatingUnits' | 'findRectificationsDue'
>;

/** What is asked of all stations rather than of one; each filter is served by an index of the model. */
export function stationLookups(model: AggregateModel): Lookups {
  return {
    list: (filter, { direction }, page) =>
      keysetPage<Station>({
        model,
        filter: toFilter(filter),
        order: [{ path: 'townshipCode', direction }],
        page,
      }),
    countDemonstrations: (countyCode: RegionCode) =>
      model.countDocuments({ townshipCode: withinRegion(countyCode), tier: 'DEMONSTRATION' }).exec(),
    findOperatingUnits: async (countyCode) => {
      const filter = { status: 'OPERATING', townshipCode: withinRegion(countyCode) };
      const found = await model.find(filter, { townshipCode: 1 }).lean();
      return found.map(({ townshipCode }) => townshipCode as RegionCode);
    },
    findRectificationsDue: async (before, most) => {
      const found = await model
        .find({
          status: 'RECTIFYING',
          'rectification.overdueSince': null,
          'rectification.dueOn': trusted({ $lt: before }),
        })
        .limit(most)
        .lean();
      return found.map((document) => toState<Station>(document));
    },
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
