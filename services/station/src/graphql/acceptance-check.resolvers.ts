import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { AcceptanceCheckFilter } from '../application/station-ports.ts';
import { daysFrom } from './day-span.ts';
import { checkId, stationId } from '../domain/ids.ts';
import type {
  AcceptanceCheckFilter as WhereInput,
  AcceptanceCheckResolvers,
  QueryResolvers,
} from './generated/resolvers.ts';
import { stationOf } from './station-of.ts';

export const acceptanceCheckQueries = {
  acceptanceChecks: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listAcceptanceChecks(
        filterFrom(where ?? {}),
        orderBy?.[0] ?? { field: 'CHECKED_ON', direction: 'DESC' },
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

function filterFrom({
  regionCode,
  stationId: station,
  result,
  awaitsRectification = null,
  rectifyBy,
}: Partial<WhereInput>): AcceptanceCheckFilter {
  return {
    within: regionCode?.within ?? null,
    stationId: optional(station?.eq, stationId),
    result: result?.eq ?? null,
    awaitsRectification,
    rectifyBy: daysFrom(rectifyBy ?? {}),
  };
}

export const AcceptanceCheck: AcceptanceCheckResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.acceptanceCheck.load(checkId(id)),
  station: ({ stationId: id }, _args, context) => stationOf(id, context),
  items: ({ items }) => [...items],
};
