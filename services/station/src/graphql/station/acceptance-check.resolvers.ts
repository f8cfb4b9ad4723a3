import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { AcceptanceCheckFilter } from '../../application/station/ports.ts';
import type { ListedCheck } from '../../domain/station/acceptance-check.ts';
import type { Context } from '../context.ts';
import { findingOf, lackingOf } from '../../domain/station/station-words.ts';
import { inWords } from '../reference/in-words.ts';
import { daysFrom } from '../reference/day-span.ts';
import { checkId, stationId } from '../../domain/ids.ts';
import type {
  AcceptanceCheckFilter as WhereInput,
  AcceptanceCheckItemResolvers,
  AcceptanceCheckResolvers,
  QueryAcceptanceChecksArgs,
  QueryResolvers,
} from '../generated/resolvers.ts';
import { stationOf } from './station-of.ts';

export const acceptanceCheckQueries = {
  acceptanceChecks: (_root, args, context) => acceptanceChecksOf(args, context),
} satisfies Partial<QueryResolvers>;

/** The order of a station's own list, where nobody asks for another. */
export const OLDEST_CHECK_FIRST = [
  { field: 'CHECKED_ON', direction: 'ASC' },
] satisfies QueryAcceptanceChecksArgs['orderBy'];

/** The list at the root, and that of a station. */
export async function acceptanceChecksOf(
  { where, orderBy, ...args }: Partial<QueryAcceptanceChecksArgs>,
  { useCases }: Context,
): Promise<Connection<ListedCheck>> {
  const order = orderBy?.[0] ?? { field: 'CHECKED_ON', direction: 'DESC' };
  return toConnection(await useCases.listAcceptanceChecks(filterFrom(where ?? {}), order, pageOf(args)));
}

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
    rectifyBy: daysFrom(rectifyBy),
  };
}

export const AcceptanceCheckItem: AcceptanceCheckItemResolvers = {
  lacking: (item) => [...lackingOf(item)],
  finding: (item, _args, { language }) => inWords(findingOf(item), language),
};

export const AcceptanceCheck: AcceptanceCheckResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.acceptanceCheck.load(checkId(id)),
  station: ({ stationId: id }, _args, context) => stationOf(id, context),
  items: ({ items }) => [...items],
};
