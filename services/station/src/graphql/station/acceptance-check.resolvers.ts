import { grounds, publicName } from '@qianshou/kernel';
import { type Connection, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { AcceptanceCheckFilter } from '../../application/station/ports.ts';
import { stationRulesOf } from '../../domain/county/station-rules.ts';
import { actionsOnCheck, type CorrectedCheck } from '../../domain/station/acceptance-correction.ts';
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
  CorrectAcceptanceCheckInput,
  MutationResolvers,
  QueryAcceptanceChecksArgs,
  QueryResolvers,
  StrikeAcceptanceCheckInput,
} from '../generated/resolvers.ts';
import { checkItemsFrom } from './station-commands.resolvers.ts';
import { stationOf } from '../reference/station-of.ts';

export const acceptanceCheckQueries = {
  acceptanceChecks: (_root, args, context) => acceptanceChecksOf(args, context),
} satisfies Partial<QueryResolvers>;

export const acceptanceCheckMutations = {
  correctAcceptanceCheck: (_root, { input }, { useCases, actor }) =>
    useCases.correctAcceptanceCheck({ ...checkTarget(input), corrected: correctedFrom(input) }, actor),
  strikeAcceptanceCheck: (_root, { input }, { useCases, actor }) =>
    useCases.strikeAcceptanceCheck(checkTarget(input), actor),
} satisfies Partial<MutationResolvers>;

function checkTarget({
  checkId: id,
  expectedVersion = null,
  ...input
}: Pick<StrikeAcceptanceCheckInput, 'checkId' | 'expectedVersion' | 'reason' | 'evidence'>) {
  return { checkId: checkId(id), expectedVersion, ...grounds(input) };
}

function correctedFrom(input: CorrectAcceptanceCheckInput): CorrectedCheck {
  const named = {
    checkedOn: input.checkedOn,
    checkerOrganisation: optional(input.checkerOrganisation, (raw) =>
      publicName(raw, 'checkerOrganisation', 100),
    ),
    items: optional(input.items, checkItemsFrom),
    rectifyBy: input.rectifyBy,
  };
  const said = Object.entries(named).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said) as CorrectedCheck;
}

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
  struck,
}: Partial<WhereInput>): AcceptanceCheckFilter {
  return {
    within: regionCode?.within ?? null,
    stationId: optional(station?.eq, stationId),
    result: result?.eq ?? null,
    awaitsRectification,
    rectifyBy: daysFrom(rectifyBy),
    struck: struck ?? false,
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
  photos: ({ photos = [] }) => [...photos],
  struckOn: ({ struck }) => struck?.on ?? null,
  strikeReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  corrections: ({ corrections = [] }) => [...corrections],
  allowedActions: async (check, _args, { actor, loaders }) => {
    const [station, policy] = await Promise.all([
      loaders.station.load(check.stationId),
      loaders.policyOfCounty.load(check.countyCode),
    ]);
    if (station === null) return [];
    return [
      ...actionsOnCheck(actor, check, { station, rules: stationRulesOf(policy), today: loaders.today }),
    ];
  },
};
