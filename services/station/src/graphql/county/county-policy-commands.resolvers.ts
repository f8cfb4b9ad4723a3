import {
  documentOrNone,
  grounds,
  publicLine,
  publicLink,
  type PublicText,
  publicText,
  regionCodeOf,
} from '@qianshou/kernel';
import { atMost, optional } from '@qianshou/service-kit/graphql';
import type { PolicyTarget } from '../../application/county/revise-county-policy.ts';
import type { PolicyCorrection, PolicyTerms } from '../../domain/county/county-policy.ts';
import { countyPolicyId } from '../../domain/ids.ts';
import {
  type ChecklistItem,
  DEFAULT_STATION_RULES,
  type StationRules,
} from '../../domain/county/station-rules.ts';
import type {
  ChecklistItemInput,
  CorrectCountyPolicyInput,
  MutationResolvers,
  StationRulesInput,
} from '../generated/resolvers.ts';

export const countyPolicyMutations = {
  adoptCountyPolicy: async (_root, { input }, { useCases, actor }) => ({
    policy: await useCases.adoptCountyPolicy(
      {
        countyCode: regionCodeOf('COUNTY', input.countyCode, 'countyCode'),
        validFrom: input.validFrom,
        validTo: input.validTo ?? null,
        source: publicText(input.source, 'source', 300),
        sourceUrl: optional(input.sourceUrl, (raw) => publicLink(raw, 'sourceUrl')),
        paper: documentOrNone(input.paper, 'paper'),
        demonstrationStations: input.demonstrationStations ?? null,
        demonstrationRooms: input.demonstrationRooms ?? null,
        residentsPerStation: input.residentsPerStation,
        certificateYears: input.certificateYears ?? null,
        certificateGapDays: input.certificateGapDays,
        certificateWarningDays: input.certificateWarningDays,
        capPercent: input.capPercent ?? null,
        countsQuasiTownships: input.countsQuasiTownships,
        stationRules: { ...DEFAULT_STATION_RULES, ...rulesGiven(input.stationRules) },
      },
      actor,
    ),
  }),
  withdrawCountyPolicy: async (_root, { input }, { useCases, actor }) => ({
    policy: await useCases.withdrawCountyPolicy({ ...policyTarget(input), reason: reasonOf(input) }, actor),
  }),
  endCountyPolicy: async (_root, { input }, { useCases, actor }) => {
    const { validTo } = input;
    const end = { ...policyTarget(input), reason: reasonOf(input), validTo };
    return { policy: await useCases.endCountyPolicy(end, actor) };
  },
  correctCountyPolicy: async (_root, { input }, { useCases, actor }) => {
    const correction = { ...policyTarget(input), ...grounds(input), changes: changesOf(input) };
    return { policy: await useCases.correctCountyPolicy(correction, actor) };
  },
  approvePolicyCap: async (_root, { input }, { useCases, actor }) => ({
    policy: await useCases.approvePolicyCap(policyTarget(input), actor),
  }),
} satisfies Partial<MutationResolvers>;

interface TargetInput {
  readonly policyId: string;
  readonly expectedVersion?: number | null | undefined;
}

function policyTarget({ policyId, expectedVersion = null }: TargetInput): PolicyTarget {
  return { policyId: countyPolicyId(policyId), expectedVersion };
}

function reasonOf({ reason }: { readonly reason: string }): PublicText {
  return publicText(reason, 'reason', 500);
}

/** What a policy always says: null there says nothing, and what stands stays. */
const ALWAYS_SAID = [
  'validFrom',
  'source',
  'residentsPerStation',
  'certificateGapDays',
  'certificateWarningDays',
  'countsQuasiTownships',
  'stationRules',
];

/** Only what the caller names: what is left out stays, null says that the county has no such rule. */
function changesOf(input: CorrectCountyPolicyInput): PolicyCorrection {
  const { policyId: _id, reason: _reason, evidence: _evidence, expectedVersion: _version, ...said } = input;
  const { stationRules, paper, ...values } = said;
  const named = Object.entries(values).filter(
    ([name, value]) => value !== undefined && !(value === null && ALWAYS_SAID.includes(name)),
  );
  const changes = Object.fromEntries(named) as Partial<PolicyTerms>;
  const { source, sourceUrl } = changes;
  return {
    ...changes,
    ...(source === undefined ? {} : { source: publicText(source, 'source', 300) }),
    ...(isNothing(sourceUrl) ? {} : { sourceUrl: publicLink(sourceUrl, 'sourceUrl') }),
    ...(paper === undefined ? {} : { paper: documentOrNone(paper, 'paper') }),
    ...(isNothing(stationRules) ? {} : { stationRules: rulesGiven(stationRules) }),
  };
}

function rulesGiven(input: StationRulesInput | null | undefined): Partial<StationRules> {
  const { checklist, roomChecklist, ...given } = input ?? {};
  const decided = Object.entries(given).filter(([, value]) => !isNothing(value));
  return {
    ...(Object.fromEntries(decided) as Partial<StationRules>),
    ...(isNothing(checklist) ? {} : { checklist: atMost(checklist, 20, 'checklist').map(checklistItem) }),
    ...(isNothing(roomChecklist)
      ? {}
      : { roomChecklist: atMost(roomChecklist, 20, 'roomChecklist').map(checklistItem) }),
  };
}

function checklistItem({ have, zh, en }: ChecklistItemInput): ChecklistItem {
  return { have, zh: publicLine(zh, 'zh', 50), en: publicLine(en, 'en', 50) };
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
