import {
  addYears,
  type CalendarDate,
  type Change,
  type DocumentReference,
  policyInForce,
  type PublicText,
  type RegionCode,
  type Versioned,
  wholeWithin,
} from '@qianshou/kernel';
import type { CountyPolicyId } from '../ids.ts';
import { refuseImpossibleWarnings, warningDaysOf } from './certificate-warnings.ts';
import { policyDayTaken, policyPeriodWrong, policyTooFarAhead } from './errors.ts';
import { refuseImpossibleRules, type StationRules } from './station-rules.ts';

/** The local numbers of a county, in force from a day on, with their source. Null: the county has no such rule. */
export interface PolicyNumbers {
  /** The 5 of "1+5+10". */
  readonly demonstrationStations: number | null;
  /** The 10 of "1+5+10". */
  readonly demonstrationRooms: number | null;
  readonly residentsPerStation: number;
  /** The two-year rule for residents without a certificate. */
  readonly certificateYears: number | null;
  /** PER-9: after a longer gap between two posts the years begin anew. */
  readonly certificateGapDays: number;
  /** PER-9: so many days before the deadline it is warned of, the widest first; absent in rows of before. */
  readonly certificateWarningDays?: readonly number[];
  /** The most that last year's social-assistance fund may give, in percent (FUN-1): proposed here, approved by finance. */
  readonly capPercent: number | null;
  /** Whether mining areas, farms and development zones (codes 400 and up) count as units in scope. */
  readonly countsQuasiTownships: boolean;
  readonly stationRules: StationRules;
}

/** What a county says with a policy, and what a correction may say anew. */
export interface PolicyTerms extends PolicyNumbers {
  readonly validFrom: CalendarDate;
  /** The first day on which it rules no longer. */
  readonly validTo: CalendarDate | null;
  readonly source: PublicText;
  readonly sourceUrl: PublicText | null;
  /** The paper itself; absent in rows of before. */
  readonly paper?: DocumentReference | null;
}

/** FUN-1, FUN-10: a second person, of finance, agreed to the cap. */
export interface CapApproval {
  readonly percent: number;
  readonly by: string;
  readonly on: CalendarDate;
}

/** What a correction says anew; what it leaves out stays, within the rules of stations too. */
export type PolicyCorrection = Omit<Partial<PolicyTerms>, 'stationRules'> & {
  readonly stationRules?: Partial<StationRules>;
};

export type PolicyChangeKind = 'SUPERSEDED' | 'ENDED' | 'WITHDRAWN' | 'CORRECTED' | 'CAP_APPROVED';

/** A decision about a policy after it was adopted: it stays on the record with what stood before. */
export interface PolicyNote {
  readonly kind: Exclude<PolicyChangeKind, 'SUPERSEDED'>;
  readonly on: CalendarDate;
  readonly by: string;
  readonly reason: PublicText | null;
  /** What shows that a correction is right; absent where none was named. */
  readonly evidence?: DocumentReference | null;
  /** What a correction replaced. */
  readonly before: Partial<PolicyTerms> | null;
}

export interface CountyPolicy extends Versioned, PolicyTerms {
  readonly id: CountyPolicyId;
  readonly countyCode: RegionCode;
  /** First day on which the county follows its next policy; null while there is none. */
  readonly supersededOn: CalendarDate | null;
  /** Taken back before it began. */
  readonly withdrawnOn: CalendarDate | null;
  /** Who said the cap last; null in rows of before this was kept. */
  readonly proposedBy: string | null;
  readonly capApproval: CapApproval | null;
  readonly notes: readonly PolicyNote[];
  /** Units that the switch leaves out of the denominator. */
  readonly unitsOutOfScope: number;
}

export type PolicyEvent =
  | { readonly type: 'county-policy.adopted' }
  | { readonly type: 'county-policy.revised'; readonly change: PolicyChangeKind; readonly by: string };

export interface AdoptionInput extends PolicyTerms {
  readonly id: CountyPolicyId;
  readonly countyCode: RegionCode;
}

export interface PolicyFacts {
  /** All policies of the county, withdrawn ones among them. */
  readonly policies: readonly CountyPolicy[];
  readonly quasiUnits: number;
  readonly today: CalendarDate;
  readonly by: string;
}

/** How far ahead a county decides; farther is a slip in the year. */
const YEARS_AHEAD = 2;

/** Local rules are data of their region with a validity and a source; a county without any follows the national ones. */
export function adoptPolicy(input: AdoptionInput, facts: PolicyFacts): Change<CountyPolicy, PolicyEvent> {
  refuseWrongTerms(input, facts);
  const policy: CountyPolicy = {
    ...input,
    version: 0,
    supersededOn: successorDay(input, facts.policies),
    withdrawnOn: null,
    proposedBy: facts.by,
    capApproval: null,
    notes: [],
    unitsOutOfScope: unitsOutOfScope(input, facts),
  };
  return { state: policy, events: [{ type: 'county-policy.adopted' }] };
}

export function unitsOutOfScope(
  { countsQuasiTownships }: PolicyNumbers,
  { quasiUnits }: Pick<PolicyFacts, 'quasiUnits'>,
): number {
  return countsQuasiTownships ? 0 : quasiUnits;
}

/** Of the policies that stand, the first day of the one that comes next. */
export function successorDay(
  { id, validFrom }: Pick<CountyPolicy, 'id' | 'validFrom'>,
  policies: readonly CountyPolicy[],
): CalendarDate | null {
  const later = policies.filter((other) => other.id !== id && stands(other) && other.validFrom > validFrom);
  return later.map((other) => other.validFrom).toSorted()[0] ?? null;
}

/** What a change of one policy means for the others of its county: whose place it takes, or gives back. */
export function followSuccession(
  policies: readonly CountyPolicy[],
  by: string,
): readonly Change<CountyPolicy, PolicyEvent>[] {
  return policies.flatMap((policy) => {
    const supersededOn = stands(policy) ? successorDay(policy, policies) : null;
    if (supersededOn === policy.supersededOn) return [];
    const event = { type: 'county-policy.revised', change: 'SUPERSEDED', by } as const;
    return [{ state: { ...policy, supersededOn }, events: [event] }];
  });
}

/** STA-5, FUN-1, PER-3, PER-8: the policy that rules in a county on a day; null where only the national rules do. */
export function countyPolicyOn(policies: readonly CountyPolicy[], day: CalendarDate): CountyPolicy | null {
  return policyInForce(policies, day);
}

function stands({ withdrawnOn }: CountyPolicy): boolean {
  return withdrawnOn === null;
}

/** Whether a policy may say this, beside the others of its county. */
export function refuseWrongTerms(
  terms: PolicyTerms & { readonly id: CountyPolicyId },
  { policies, today }: PolicyFacts,
): void {
  const { validFrom, validTo } = terms;
  if (validTo !== null && validTo <= validFrom) throw policyPeriodWrong({ validFrom, validTo });
  const latest = addYears(today, YEARS_AHEAD);
  if (validFrom > latest) throw policyTooFarAhead({ validFrom, latest });
  const taken = policies.find(
    (other) => other.id !== terms.id && stands(other) && other.validFrom === validFrom,
  );
  if (taken !== undefined) throw policyDayTaken({ validFrom, policyId: taken.id });
  refuseImpossible(terms);
  refuseImpossibleWarnings(warningDaysOf(terms));
  refuseImpossibleRules(terms.stationRules);
}

const RANGES = {
  demonstrationStations: [0, 1000],
  demonstrationRooms: [0, 10_000],
  residentsPerStation: [1, 50],
  certificateYears: [1, 10],
  certificateGapDays: [0, 3650],
  capPercent: [0, 100],
} as const satisfies Partial<Record<keyof PolicyNumbers, readonly [number, number]>>;

function refuseImpossible(input: PolicyNumbers): void {
  for (const [field, [least, most]] of Object.entries(RANGES)) {
    const value = input[field as keyof typeof RANGES] ?? null;
    if (value !== null) wholeWithin(value, field, least, most);
  }
}
