import { lineage, type RegionCode, type Versioned } from '@qianshou/kernel';
import { type ExitCriterion, type ExitFacts, exitReadiness } from './exit-readiness.ts';
import type { AgencyId, PairingId, SchemeId } from '../ids.ts';
import type { CountyTier } from '../county/recipient-county.ts';
import type { Pairing } from '../pairing/pairing.ts';

/** What a pairing at work still lacks before its county can do without it; kept up so that it can be found by it. */
export interface ExitStanding extends Versioned {
  readonly id: PairingId;
  readonly schemeId: SchemeId;
  readonly recipientAgencyId: AgencyId;
  readonly countyCode: RegionCode;
  /** The county and everything above it. */
  readonly regions: readonly RegionCode[];
  readonly countyTier: CountyTier;
  readonly cycleYear: number;
  readonly unmet: readonly ExitCriterion[];
  readonly unmetCount: number;
}

const AT_WORK: readonly Pairing['status'][] = ['ACTIVE', 'PAST_END', 'SUSPENDED', 'FINAL_EVALUATION'];

/** Asked of a pairing from its first day of work until it is over. */
export function isAskedToExit({ status }: Pairing): boolean {
  return AT_WORK.includes(status);
}

export function newStanding(pairing: Pairing): ExitStanding {
  const { id, schemeId, recipientAgencyId, countyCode, countyTier, cycleYear } = pairing;
  const terms = { id, schemeId, recipientAgencyId, countyCode, countyTier, cycleYear };
  return { ...terms, version: 0, regions: lineage(countyCode), unmet: [], unmetCount: 0 };
}

export function judged(standing: ExitStanding, facts: ExitFacts): ExitStanding {
  const unmet = exitReadiness(standing, facts)
    .filter(({ met }) => !met)
    .map(({ criterion }) => criterion);
  return { ...standing, unmet, unmetCount: unmet.length };
}
