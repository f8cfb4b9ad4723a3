import type { CalendarDate, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { SuccessionId } from '../../domain/ids.ts';
import type {
  RegionSuccession,
  SuccessionEvent,
  SuccessionKind,
} from '../../domain/region/region-succession.ts';
import type { UnitScope, UnitScopeEvent } from '../../domain/region/unit-scope.ts';
import type { DayOrder, Repository } from '../reference/ports.ts';

export interface UnitScopes extends Pick<
  Repository<RegionCode, UnitScope, UnitScopeEvent>,
  'findMany' | 'save'
> {
  /** In the order asked for: the units of each county that are out of scope. */
  readonly findOut: (countyCodes: readonly RegionCode[]) => Promise<readonly (readonly RegionCode[])[]>;
  /** Those of the nation. */
  readonly findAllOut: () => Promise<readonly RegionCode[]>;
}

export interface SuccessionFilter {
  readonly within: RegionCode | null;
  readonly kind: readonly SuccessionKind[] | null;
  readonly struck: boolean;
}

export interface RegionSuccessions extends Repository<SuccessionId, RegionSuccession, SuccessionEvent> {
  readonly list: (
    filter: SuccessionFilter,
    order: DayOrder,
    page: PageRequest,
  ) => Promise<Page<RegionSuccession>>;
  /** Those that name a region of the county of this code, or the code itself. */
  readonly findAround: (code: RegionCode) => Promise<readonly RegionSuccession[]>;
  /** Those that name the code, earliest first. */
  readonly findNaming: (codes: readonly RegionCode[]) => Promise<readonly (readonly RegionSuccession[])[]>;
  /** Those whose day has come and that nothing has followed yet. */
  readonly findDue: (today: CalendarDate) => Promise<readonly RegionSuccession[]>;
  readonly findFollowed: () => Promise<readonly RegionSuccession[]>;
}
