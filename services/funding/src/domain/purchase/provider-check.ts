import { badInput, type CalendarDate, type PublicText, termOf } from '@qianshou/kernel';
import { dayInFuture } from '../reference/errors.ts';
import { purchaseProviderUnchecked } from './errors.ts';

/** FUN-8: what a provider has to meet (政府采购法 Art. 22). */
export const PROVIDER_CONDITIONS = [
  'CIVIL_LIABILITY',
  'CREDIT_AND_ACCOUNTS',
  'EQUIPMENT_AND_ABILITY',
  'TAX_AND_SOCIAL_INSURANCE',
  'NO_MAJOR_BREACH',
] as const;

export type ProviderCondition = (typeof PROVIDER_CONDITIONS)[number];

export interface ProviderCheck {
  readonly condition: ProviderCondition;
  readonly checkedOn: CalendarDate;
  /** The paper that shows it: title and number. */
  readonly document: PublicText | null;
}

/** All five, each once, by the day of the award. */
export function refuseUnchecked(checks: readonly ProviderCheck[], awardedOn: CalendarDate): void {
  const checked = checks.map(({ condition }) => condition);
  if (new Set(checked).size !== checked.length) throw badInput({ field: 'checks', reason: EACH_ONCE });
  const late = checks.find(({ checkedOn }) => checkedOn > awardedOn);
  if (late !== undefined) throw dayInFuture({ field: 'checkedOn', day: late.checkedOn, today: awardedOn });
  const missing = PROVIDER_CONDITIONS.filter((each) => !checked.includes(each));
  if (missing.length === 0) return;
  throw purchaseProviderUnchecked({ missing: missing.map((each) => termOf('ProviderCondition', each)) });
}

const EACH_ONCE = { en: 'each condition once', zh: '每项条件只填一次' };
