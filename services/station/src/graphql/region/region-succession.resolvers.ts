import {
  type CalendarDate,
  countyOf,
  grounds,
  levelOf,
  publicLine,
  publicLink,
  publicName,
  publicText,
  type RegionCode,
  regionCodeOf,
} from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { atMost, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { SuccessionFilter } from '../../application/region/ports.ts';
import { successionId } from '../../domain/ids.ts';
import { canKeepDivisions } from '../../domain/policy.ts';
import { goneBy } from '../../domain/region/region-succession.ts';
import { inScope } from '../../domain/region/unit-scope.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  RegionResolvers,
  RegionSuccessionFilter,
  RegionSuccessionResolvers,
  UnitScopeResolvers,
} from '../generated/resolvers.ts';

/** Most regions on one side of a succession. */
const MOST = 50;

export const successionQueries = {
  regionSuccessions: async (_root, { where, orderBy, ...args }, { useCases }) => {
    const direction = orderBy?.[0]?.direction ?? 'DESC';
    return toConnection(
      await useCases.listRegionSuccessions(filterFrom(where ?? {}), direction, pageOf(args)),
    );
  },
} satisfies Partial<QueryResolvers>;

function filterFrom({ regionCode, kind, struck }: Partial<RegionSuccessionFilter>): SuccessionFilter {
  return { within: regionCode?.within ?? null, kind: kind?.in ?? null, struck: struck ?? false };
}

export const successionMutations = {
  recordRegionSuccession: async (_root, { input }, { useCases, actor }) => {
    const { kind, on } = input;
    const terms = {
      kind,
      from: atMost(input.from, MOST, 'from'),
      to: atMost(input.to, MOST, 'to'),
      name: optional(input.name, (raw) => publicName(raw, 'name', 100)),
      on,
      source: publicLine(input.source, 'source'),
      sourceUrl: optional(input.sourceUrl, (raw) => publicLink(raw, 'sourceUrl')),
    };
    return { succession: await useCases.recordRegionSuccession(terms, actor) };
  },
  strikeRegionSuccession: async (_root, { input }, { useCases, actor }) => {
    const { expectedVersion = null } = input;
    const struck = { successionId: successionId(input.successionId), expectedVersion, ...grounds(input) };
    return { succession: await useCases.strikeRegionSuccession(struck, actor) };
  },
  takeUnitOutOfScope: async (_root, { input }, { useCases, actor }) => {
    const source = publicLine(input.source, 'source');
    const { id } = await useCases.takeUnitOutOfScope({ ...unitOf(input), source }, actor);
    return { region: { code: id } };
  },
  returnUnitToScope: async (_root, { input }, { useCases, actor }) => {
    const { id } = await useCases.returnUnitToScope(unitOf(input), actor);
    return { region: { code: id } };
  },
} satisfies Partial<MutationResolvers>;

function unitOf(input: {
  readonly townshipCode: string;
  readonly from?: string | null | undefined;
  readonly reason: string;
}) {
  return {
    townshipCode: regionCodeOf('TOWNSHIP_UNIT', input.townshipCode, 'townshipCode'),
    from: (input.from ?? null) as CalendarDate | null,
    reason: publicText(input.reason, 'reason', 500),
  };
}

/** What a region shows of both; the rest of it stands with the region. */
export const regionChanges = {
  successions: async ({ code }, _args, { loaders }) => [...((await loaders.successionsOf.load(code)) ?? [])],
  scope: async ({ code }, _args, { loaders }) =>
    levelOf(code) === 'TOWNSHIP_UNIT' ? ((await loaders.unitScope.load(code)) ?? ALWAYS_IN(code)) : null,
} satisfies Partial<RegionResolvers>;

const ALWAYS_IN = (code: RegionCode) => inScope(code, countyOf(code));

export const UnitScope: UnitScopeResolvers = {
  inScope: ({ out }) => out === null,
  since: ({ out }) => out?.since ?? null,
  reason: ({ out }) => out?.reason ?? null,
  source: ({ out }) => out?.source ?? null,
  periods: ({ periods }) => [...periods],
};

export const RegionSuccession: RegionSuccessionResolvers = {
  history,
  from: ({ from }) => from.map((code) => ({ code })),
  to: ({ to }) => to.map((code) => ({ code })),
  stationsLeft: async (succession, _args, { loaders }) => {
    if (succession.followedOn === null) return [];
    const found = await Promise.all(goneBy(succession).map((code) => loaders.stationOfUnit.load(code)));
    return found.filter((station) => station !== null);
  },
  struckOn: ({ struck }) => struck?.on ?? null,
  strikeReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  allowedActions: ({ struck, followedOn }, _args, { actor }) =>
    struck === null && followedOn === null && canKeepDivisions(actor) ? ['STRIKE'] : [],
};
