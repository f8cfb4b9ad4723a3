import { addFen, type CalendarDate, type Change, type Fen } from '@qianshou/kernel';
import { PURCHASE_STATUS, wrongStatusOf } from '../reference/status-wrong.ts';
import { purchaseContractOpen } from './errors.ts';
import { refuseSuspended } from './purchase-objection.ts';
import type { PurchaseClosing, PurchaseEvent, PurchaseProject } from './purchase-project.ts';

/** What of a contract the purchase that it was signed under has to know. */
export interface ContractUnder {
  readonly contractNo: string;
  readonly endsOn: CalendarDate;
  /** What it was signed for; additions are the contract's own (FUN-7). */
  readonly signedFen: Fen;
  /** Neither refused nor taken back. */
  readonly stands: boolean;
  /** Not ended before its time, and not closed. */
  readonly isOpen: boolean;
}

export function contractedFen(contracts: readonly ContractUnder[]): Fen {
  return addFen(...contracts.filter(({ stands }) => stands).map(({ signedFen }) => signedFen));
}

/** Given up before anything was signed, or over once its contracts are. */
export function closePurchase(
  project: PurchaseProject,
  closed: PurchaseClosing,
  contracts: readonly ContractUnder[],
): Change<PurchaseProject, PurchaseEvent> {
  if (project.status === 'CLOSED')
    throw wrongStatusOf(PURCHASE_STATUS, 'CLOSED', ['PLANNED', 'PUBLISHED', 'AWARDED', 'CONTRACTED']);
  refuseSuspended(project);
  const open = contracts.find(({ isOpen, endsOn }) => isOpen && endsOn >= closed.on);
  if (open !== undefined) throw purchaseContractOpen({ contractNo: open.contractNo, endsOn: open.endsOn });
  const event = { type: 'purchase.closed', by: closed.by, contractedFen: contractedFen(contracts) } as const;
  return { state: { ...project, status: 'CLOSED', closed }, events: [event] };
}
