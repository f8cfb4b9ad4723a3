import { type CalendarDate, chinaDay } from '@qianshou/kernel';
import type { BudgetPlan } from '../../domain/budget/budget-plan.ts';
import { expiredSources } from '../../domain/budget/budget-sources.ts';
import { type Binding, bindParts, partsIn, type SourcePart } from '../../domain/money/source-parts.ts';
import type { Ports } from '../ports.ts';

/** Of which sources of its budget an amount is bound today; null where they do not have it, which the ledger refuses. */
export async function boundParts(
  { ledgers, clock }: Pick<Ports, 'ledgers' | 'clock'>,
  plan: BudgetPlan,
  binding: Omit<Binding, 'expired'>,
): Promise<readonly SourcePart[] | null> {
  const { parts } = await ledgers.get(plan.countyCode, plan.year);
  const today: CalendarDate = chinaDay(clock.now());
  const expired = expiredSources(plan, today);
  return bindParts(partsIn(parts, plan.programme, 'APPROPRIATED'), { ...binding, expired });
}
