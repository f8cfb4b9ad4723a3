import type { CalendarDate, Change, RegionCode, Versioned } from '@qianshou/kernel';
import { type CountyPolicy, countyPolicyOn, type PolicyNumbers } from './county-policy.ts';
import type { CountyPolicyId } from '../ids.ts';
import type { StationRules } from './station-rules.ts';

/** What a county counts by: its sums follow this, so that each change of day is counted and told once. */
export interface CountedNumbers {
  readonly demonstrationStations: number;
  readonly demonstrationRooms: number;
  readonly unitsOutOfScope: number;
}

/** Which policy a county follows since when, as it was told last. */
export interface PolicyStanding extends Versioned, CountedNumbers {
  /** The county. */
  readonly id: RegionCode;
  readonly policyId: CountyPolicyId | null;
  /** The numbers of the policy as one text: a correction of the policy in force changes it. */
  readonly numbers: string;
}

export interface PolicyInForceChanged {
  readonly type: 'policy-standing.changed';
  readonly on: CalendarDate;
  readonly policy: CountyPolicy | null;
  readonly replaces: CountedNumbers & { readonly policyId: CountyPolicyId | null };
}

const NONE: CountedNumbers = { demonstrationStations: 0, demonstrationRooms: 0, unitsOutOfScope: 0 };

/** Of a county that was told nothing yet. Policies of before this was kept were counted when they were adopted. */
export function firstStanding(id: RegionCode, policies: readonly CountyPolicy[]): PolicyStanding {
  const countedThen = policies
    .filter(({ proposedBy }) => proposedBy === null)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  return { id, version: 0, policyId: null, numbers: '', ...countedOf(countedThen ?? null) };
}

/** Told only when another policy rules than before, or the one that rules says something else. */
export function followPolicy(
  before: PolicyStanding,
  policies: readonly CountyPolicy[],
  on: CalendarDate,
): Change<PolicyStanding, PolicyInForceChanged> {
  const policy = countyPolicyOn(policies, on);
  const numbers = policy === null ? '' : numbersOf(policy);
  const policyId = policy?.id ?? null;
  if (policyId === before.policyId && numbers === before.numbers) return { state: before, events: [] };
  const { demonstrationStations, demonstrationRooms, unitsOutOfScope } = before;
  const replaces = {
    policyId: before.policyId,
    demonstrationStations,
    demonstrationRooms,
    unitsOutOfScope,
  };
  return {
    state: { ...before, policyId, numbers, ...countedOf(policy) },
    events: [{ type: 'policy-standing.changed', on, policy, replaces }],
  };
}

export function countedOf(policy: CountyPolicy | null): CountedNumbers {
  if (policy === null) return NONE;
  const { demonstrationStations, demonstrationRooms, unitsOutOfScope } = policy;
  return {
    demonstrationStations: demonstrationStations ?? 0,
    demonstrationRooms: demonstrationRooms ?? 0,
    unitsOutOfScope,
  };
}

const NUMBERS = [
  'demonstrationStations',
  'demonstrationRooms',
  'residentsPerStation',
  'certificateYears',
  'certificateGapDays',
  'certificateWarningDays',
  'capPercent',
  'countsQuasiTownships',
  'stationRules',
] as const satisfies readonly (keyof PolicyNumbers)[];

function numbersOf(policy: CountyPolicy): string {
  const said = [...NUMBERS.map((name) => policy[name]), policy.capApproval?.percent ?? null];
  return JSON.stringify(said, inOrder);
}

/** By these nothing here is counted: who puts facts right, when stations are visited, how people are recruited. */
const UNCOUNTED = [
  'correctionDays',
  'visitDays',
  'supervisionsPerQuarter',
  'recruitmentNoticeDays',
  'applicantDays',
  'vacancyDays',
] as const satisfies readonly (keyof StationRules)[];

/** The order in which a record keeps its fields says nothing. */
function inOrder(key: string, value: unknown): unknown {
  if (UNCOUNTED.some((uncounted) => uncounted === key)) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
