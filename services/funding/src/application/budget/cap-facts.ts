import { chinaDay, type RegionCode } from '@qianshou/kernel';
import type { CapFacts } from '../../domain/budget/budget-sources.ts';
import type { Ports } from '../ports.ts';

/** FUN-1: the county's policies as they are known, and today. */
export async function capFacts(
  { policies, clock }: Pick<Ports, 'policies' | 'clock'>,
  countyCode: RegionCode,
): Promise<CapFacts> {
  return { policies: await policies.listOf(countyCode), day: chinaDay(clock.now()) };
}
