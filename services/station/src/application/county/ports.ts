import type { Change, RegionCode, CalendarDate, Page, PageRequest } from '@qianshou/kernel';
import type { KeyCounty, KeyCountyListed } from '../../domain/county/key-county.ts';
import type { Repository, DayOrder } from '../reference/ports.ts';
import type { CountyCoverage, CoverageChanged } from '../../domain/county/county-coverage.ts';
import type { CountyPolicy, PolicyEvent } from '../../domain/county/county-policy.ts';
import type { PolicyInForceChanged, PolicyStanding } from '../../domain/county/policy-standing.ts';
import type { CountyPolicyId } from '../../domain/ids.ts';

export interface KeyCounties {
  readonly findMany: (codes: readonly RegionCode[]) => Promise<readonly (KeyCounty | null)[]>;
  readonly saveMany: (changes: readonly Change<KeyCounty, KeyCountyListed>[]) => Promise<void>;
  readonly save: (change: Change<KeyCounty, KeyCountyListed>) => Promise<KeyCounty>;
}

export interface CountyCoverages {
  readonly findMany: (codes: readonly RegionCode[]) => Promise<readonly (CountyCoverage | null)[]>;
  readonly saveMany: (changes: readonly Change<CountyCoverage, CoverageChanged>[]) => Promise<void>;
}

export interface CountyPolicyFilter {
  readonly within: RegionCode | null;
  readonly inForceOn: CalendarDate | null;
}

export interface CountyPolicies extends Repository<CountyPolicyId, CountyPolicy, PolicyEvent> {
  /** By county code and first day. */
  readonly list: (
    filter: CountyPolicyFilter,
    order: DayOrder,
    page: PageRequest,
  ) => Promise<Page<CountyPolicy>>;
  /** In the order asked for: all policies of each county, withdrawn ones among them, by their first day. */
  readonly findOfCounties: (codes: readonly RegionCode[]) => Promise<readonly (readonly CountyPolicy[])[]>;
  /** Counties that have had a policy by that day. */
  readonly findCountiesToFollow: (day: CalendarDate) => Promise<readonly RegionCode[]>;
}

export type PolicyStandings = Pick<
  Repository<RegionCode, PolicyStanding, PolicyInForceChanged>,
  'findMany' | 'save'
>;
