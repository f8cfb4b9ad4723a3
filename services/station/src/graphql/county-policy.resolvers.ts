import { publicLine, publicLink, publicText, regionCodeOf } from '@qianshou/kernel';
import { atMost, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import type { CountyPolicyFilter } from '../application/ports.ts';
import { countyPolicyId } from '../domain/ids.ts';
import {
  type ChecklistItem,
  DEFAULT_STATION_RULES,
  type StationRules as Rules,
  stationRulesOf,
} from '../domain/station-rules.ts';
import type {
  ChecklistItemInput,
  CountyPolicyFilter as WhereInput,
  CountyPolicyResolvers,
  MutationResolvers,
  QueryResolvers,
  StationRulesInput,
  StationRulesResolvers,
} from './generated/resolvers.ts';

export const countyPolicyQueries = {
  countyPolicies: async (_root, { where, orderBy, ...args }, { useCases }) =>
    toConnection(
      await useCases.listCountyPolicies(
        filterFrom(where ?? {}),
        orderBy?.[0]?.direction ?? 'ASC',
        pageOf(args),
      ),
    ),
} satisfies Partial<QueryResolvers>;

function filterFrom({ regionCode, inForceOn = null }: Partial<WhereInput>): CountyPolicyFilter {
  return { within: regionCode?.within ?? null, inForceOn };
}

export const countyPolicyMutations = {
  adoptCountyPolicy: async (_root, { input }, { useCases, actor }) => ({
    policy: await useCases.adoptCountyPolicy(
      {
        countyCode: regionCodeOf('COUNTY', input.countyCode, 'countyCode'),
        validFrom: input.validFrom,
        validTo: input.validTo ?? null,
        source: publicText(input.source, 'source', 300),
        sourceUrl: optional(input.sourceUrl, (raw) => publicLink(raw, 'sourceUrl')),
        demonstrationStations: input.demonstrationStations ?? null,
        demonstrationRooms: input.demonstrationRooms ?? null,
        residentsPerStation: input.residentsPerStation,
        certificateYears: input.certificateYears ?? null,
        capPercent: input.capPercent ?? null,
        countsQuasiTownships: input.countsQuasiTownships,
        stationRules: stationRulesFrom(input.stationRules),
      },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

/** What the county leaves out stays at the default. */
function stationRulesFrom(input: StationRulesInput | null | undefined): Rules {
  const { checklist, ...given } = input ?? {};
  const decided = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return {
    ...DEFAULT_STATION_RULES,
    ...(Object.fromEntries(decided) as Partial<Rules>),
    ...(isNothing(checklist) ? {} : { checklist: atMost(checklist, 20, 'checklist').map(checklistItem) }),
  };
}

function checklistItem({ have, zh, en }: ChecklistItemInput): ChecklistItem {
  return { have, zh: publicLine(zh, 'zh', 50), en: publicLine(en, 'en', 50) };
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

export const CountyPolicy: CountyPolicyResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.policy.load(countyPolicyId(id)),
  county: ({ countyCode }) => ({ code: countyCode }),
  stationRules: (policy) => stationRulesOf(policy),
};

export const StationRules: StationRulesResolvers = {
  checklist: ({ checklist }) => [...checklist],
};
