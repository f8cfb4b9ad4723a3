import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { allowedActions } from '../domain/allowed-actions.ts';
import { HAVES, whatIsMissing } from '../domain/haves.ts';
import { agencyId, stationId } from '../domain/ids.ts';
import { stationWarnings } from '../domain/warnings.ts';
import type { AgencyResolvers, QueryResolvers, StationResolvers } from './generated/resolvers.ts';

export const stationQueries = {
  station: (_root, { id }, { loaders }) => loaders.station.load(stationId(id)),
  stations: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listStations(
        {
          within: where?.regionCode?.within ?? null,
          status: where?.status?.in ?? null,
          tier: where?.tier?.in ?? null,
          operatorAgencyId: optional(where?.operatorAgencyId?.eq, agencyId),
        },
        orderBy?.[0] ?? { field: 'TOWNSHIP_CODE', direction: 'ASC' },
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

export const Station: StationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.station.load(stationId(id)),
  township: ({ townshipCode }) => ({ code: townshipCode }),
  county: ({ countyCode }) => ({ code: countyCode }),
  operatorAgency: ({ operatorAgencyId }) => (operatorAgencyId === null ? null : { id: operatorAgencyId }),
  haves: (station) => {
    const missing = whatIsMissing(station);
    return HAVES.map((have) => ({ have, met: missing[have].length === 0, missing: [...missing[have]] }));
  },
  warnings: (station, _args, { language }) =>
    stationWarnings(station).map((warning) => ({ rule: warning.rule, message: warning[language] })),
  allowedActions: (station, _args, { actor }) => [...allowedActions(actor, station)],
};

export const Agency: AgencyResolvers = {
  __resolveReference: ({ id }) => ({ id: agencyId(id) }),
  stations: async ({ id }, args, { useCases }) =>
    toConnection(
      await useCases.listStations(
        { within: null, status: null, tier: null, operatorAgencyId: id },
        { field: 'TOWNSHIP_CODE', direction: 'ASC' },
        pageOf(args),
      ),
    ),
};
