import type { CalendarDate, PuttingRight, Recorded, RegionCode, Role } from '@qianshou/kernel';
import type { StationRules } from './station-rules.ts';

/** What a decision knows of who asks to put a fact of a county right. */
export interface AskedToPutRight {
  readonly mayRecord: boolean;
  readonly rules: StationRules;
  readonly today: CalendarDate;
}

/** Within the days of the county's rules: who recorded it, and who oversees `office` where it lies. */
export function puttingRightIn(
  office: Role,
  where: RegionCode,
  { recorded }: { readonly recorded?: Recorded | null | undefined },
  { mayRecord, rules, today }: AskedToPutRight,
): PuttingRight {
  return { recorded, mayRecord, office, regions: [where], today, days: rules.correctionDays };
}
