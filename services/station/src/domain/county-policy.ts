import {
  badInput,
  type CalendarDate,
  type Change,
  type PublicText,
  type RegionCode,
  type Versioned,
} from '@qianshou/kernel';
import { policyPeriodWrong } from './errors.ts';
import type { CountyPolicyId } from './ids.ts';
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
  /** The most that last year's social-assistance fund may give, in percent (FUN-1). */
  readonly capPercent: number | null;
  /** Whether mining areas, farms and development zones (codes 400 and up) count as units in scope. */
  readonly countsQuasiTownships: boolean;
  readonly stationRules: StationRules;
}

export interface CountyPolicy extends Versioned, PolicyNumbers {
  readonly id: CountyPolicyId;
  readonly countyCode: RegionCode;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly source: PublicText;
  readonly sourceUrl: PublicText | null;
  /** First day on which the county follows its next policy; null while there is none. */
  readonly supersededOn: CalendarDate | null;
  /** Units that the switch leaves out of the denominator. */
  readonly unitsOutOfScope: number;
}

/** What the numbers were before, so that whoever keeps sums can take the difference. */
export interface ReplacedNumbers {
  readonly demonstrationStations: number;
  readonly demonstrationRooms: number;
  readonly unitsOutOfScope: number;
}

export interface PolicyAdopted {
  readonly type: 'county-policy.adopted';
  readonly policy: CountyPolicy;
  readonly replaces: ReplacedNumbers;
}

export interface AdoptionInput extends PolicyNumbers {
  readonly id: CountyPolicyId;
  readonly countyCode: RegionCode;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly source: PublicText;
  readonly sourceUrl: PublicText | null;
}

export interface AdoptionFacts {
  /** The county's latest policy, null where it has only the national rules. */
  readonly latest: CountyPolicy | null;
  readonly quasiUnits: number;
}

/** Local rules are data of their region with a validity and a source; a county without any follows the national ones. */
export function adoptPolicy(input: AdoptionInput, facts: AdoptionFacts): Change<CountyPolicy, PolicyAdopted> {
  const { latest } = facts;
  refuseWrongPeriod(input, latest);
  refuseImpossible(input);
  refuseImpossibleRules(input.stationRules);
  const unitsOutOfScope = input.countsQuasiTownships ? 0 : facts.quasiUnits;
  const policy: CountyPolicy = { ...input, supersededOn: null, unitsOutOfScope, version: 0 };
  const replaces = latest === null ? NOTHING_REPLACED : replacedNumbers(latest);
  return { state: policy, events: [{ type: 'county-policy.adopted', policy, replaces }] };
}

const NOTHING_REPLACED: ReplacedNumbers = {
  demonstrationStations: 0,
  demonstrationRooms: 0,
  unitsOutOfScope: 0,
};

function replacedNumbers(latest: CountyPolicy): ReplacedNumbers {
  return {
    demonstrationStations: latest.demonstrationStations ?? 0,
    demonstrationRooms: latest.demonstrationRooms ?? 0,
    unitsOutOfScope: latest.unitsOutOfScope,
  };
}

function refuseWrongPeriod({ validFrom, validTo }: AdoptionInput, latest: CountyPolicy | null): void {
  const endsEarly = validTo !== null && validTo <= validFrom;
  const comesTooEarly = latest !== null && validFrom <= latest.validFrom;
  if (endsEarly || comesTooEarly) throw policyPeriodWrong({ after: latest?.validFrom ?? null });
}

const RANGES = {
  demonstrationStations: [0, 1000],
  demonstrationRooms: [0, 10_000],
  residentsPerStation: [1, 50],
  certificateYears: [1, 10],
  capPercent: [0, 100],
} as const satisfies Partial<Record<keyof PolicyNumbers, readonly [number, number]>>;

function refuseImpossible(input: PolicyNumbers): void {
  for (const [field, [least, most]] of Object.entries(RANGES)) {
    const value = input[field as keyof typeof RANGES];
    if (value !== null && (!Number.isInteger(value) || value < least || value > most)) {
      throw badInput({ field, reason: `expected a whole number from ${least} to ${most}` });
    }
  }
}

/** Whether a policy is in force on a day: begun, neither ended nor followed by the next. */
export function isInForce(policy: CountyPolicy, on: CalendarDate): boolean {
  return (
    [policy.validTo, policy.supersededOn].every((end) => end === null || on < end) && policy.validFrom <= on
  );
}
