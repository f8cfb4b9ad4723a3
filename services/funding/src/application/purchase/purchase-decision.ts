import { type Actor, addFen, type CalendarDate, chinaDay, type Fen } from '@qianshou/kernel';
import { signedFenOf } from '../../domain/contract/contract-supplement.ts';
import { isOpen, stands } from '../../domain/contract/contract-status.ts';
import type { Contract } from '../../domain/contract/contract.ts';
import type { BudgetPlan } from '../../domain/budget/budget-plan.ts';
import type { PurchaseProjectId } from '../../domain/ids.ts';
import { maySpend } from '../../domain/policy.ts';
import { contractedFen, type ContractUnder } from '../../domain/purchase/purchase-closing.ts';
import type { PurchaseProject } from '../../domain/purchase/purchase-project.ts';
import { subjectOf } from '../../domain/reference/four-eyes.ts';
import { contractsKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

/** What every change of a purchase says. */
export interface PurchaseTarget {
  readonly purchaseProjectId: PurchaseProjectId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'purchaseProjects' | 'clock'>;

/** The part that all decisions about a purchase have in common; its sums are those of the county's contracts. */
export const onPurchase = ({ purchaseProjects }: Deps) => {
  const load = ({ purchaseProjectId }: Pick<PurchaseTarget, 'purchaseProjectId'>) =>
    purchaseProjects.get(purchaseProjectId);
  return {
    load,
    lock: async (target: PurchaseTarget) => contractsKey((await load(target)).countyCode),
    may: (actor: Actor, { countyCode }: PurchaseProject) => maySpend(actor, countyCode),
  };
};

export function doneBy({ clock }: Deps, actor: Actor): { readonly by: string; readonly today: CalendarDate } {
  return { by: subjectOf(actor), today: chinaDay(clock.now()) };
}

/** The contracts of a purchase, as far as it has to know them. */
export async function contractsUnder(
  { contracts }: Pick<Ports, 'contracts'>,
  id: PurchaseProjectId,
): Promise<readonly ContractUnder[]> {
  const [under = []] = await contracts.findUnder([id]);
  return under.map(underOf);
}

export function underOf(contract: Contract): ContractUnder {
  const { contractNo, endsOn } = contract;
  return {
    contractNo,
    endsOn,
    signedFen: signedFenOf(contract),
    stands: stands(contract),
    isOpen: isOpen(contract),
  };
}

/** FUN-13: what the purchases of a budget may come to; of a closed one, what was signed. */
export async function plannedUnder(
  ports: Pick<Ports, 'contracts' | 'purchaseProjects'>,
  plan: BudgetPlan,
  but: PurchaseProjectId | null,
): Promise<Fen> {
  const projects = await ports.purchaseProjects.findUnder(plan.id);
  const others = projects.filter(({ id }) => id !== but);
  const closed = others.filter(({ status }) => status === 'CLOSED');
  const signed = (await ports.contracts.findUnder(closed.map(({ id }) => id))).flat();
  const running = others.filter(({ status }) => status !== 'CLOSED');
  return addFen(...running.map(({ amountFen }) => amountFen), contractedFen(signed.map(underOf)));
}
