import {
  type CapFacts,
  freezeCap,
  type FrozenCap,
  shareOfAssistance,
  type Sources,
} from './budget-sources.ts';
import { budgetCapNotApproved } from './errors.ts';
import { isWithin } from '../money/cap.ts';

type Measurable = Pick<Sources, 'lines' | 'cap'> & { readonly year: number };

/** The same figure of the fund, by the policy that rules on the day. */
export function measuredOn({ year, cap }: Measurable, facts: CapFacts): FrozenCap | null {
  if (cap === null) return null;
  const { year: baseYear, baseFen, source } = cap;
  const assistanceFund = { year: baseYear, amountFen: baseFen, source };
  return freezeCap({ year, assistanceFund }, { ...facts, earlierCap: cap });
}

/** FUN-1, FUN-10: a percentage counts once a second person agreed to it. */
export function refuseUnapprovedCap({ lines }: Measurable, cap: FrozenCap | null): void {
  const policy = cap?.policy ?? null;
  if (shareOfAssistance({ lines }) === 0n || policy === null || policy.approvedOn !== null) return;
  const { id: policyId, percent: capPercent, source } = policy;
  throw budgetCapNotApproved({ capPercent, policyId, source });
}

/** FUN-1: whether the share is within an approved cap; a share of nothing always is. */
export function capHolds({ lines, cap }: Pick<Sources, 'lines' | 'cap'>): boolean {
  const share = shareOfAssistance({ lines });
  if (share === 0n) return true;
  const policy = cap?.policy ?? null;
  if (cap === null || policy === null || policy.approvedOn === null) return false;
  return isWithin({ baseFen: cap.baseFen, percent: policy.percent }, share);
}
