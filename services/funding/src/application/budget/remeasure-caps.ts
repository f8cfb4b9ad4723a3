import type { RegionCode } from '@qianshou/kernel';
import { remeasureCap } from '../../domain/budget/budget-measure.ts';
import { capFacts } from './cap-facts.ts';
import { ledgerKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'budgetPlans' | 'policies' | 'unitOfWork' | 'clock'>;

/** FUN-1: when a county's policy changed or another one rules, its approved budgets are measured again. */
export const remeasureCaps =
  (ports: Deps) =>
  ({ countyCode }: { readonly countyCode: RegionCode }): Promise<void> =>
    ports.unitOfWork.run(async () => {
      const { budgetPlans, unitOfWork } = ports;
      const facts = await capFacts(ports, countyCode);
      for (const plan of await budgetPlans.findApproved(countyCode)) {
        const change = remeasureCap(plan, facts);
        if (change.events.length === 0) continue;
        await unitOfWork.hold(ledgerKey(plan));
        await budgetPlans.save(change);
      }
    });
