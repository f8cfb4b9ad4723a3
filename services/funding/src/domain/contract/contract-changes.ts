import { addDays, type CalendarDate, type Change, type PublicText } from '@qianshou/kernel';
import { budgetYearClosed } from '../budget/errors.ts';
import { contractMoneyMoved } from './errors.ts';
import { refuseBeside, refuseWrongTerms, type Terms } from './contract-terms.ts';
import { requireOpen, requireStanding } from './contract-status.ts';
import type { Contract, ContractNote, ContractSigned } from './contract.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import { isHistory } from '../reference/history.ts';
import { metBySigning } from './installment.ts';

export interface ContractDecision {
  readonly by: string;
  readonly on: CalendarDate;
  readonly reason: PublicText;
}

type Changed = Change<Contract, ContractSigned>;

/** Before any money moved: finance refuses what another person signed (FUN-10), or the bureau takes it back. */
export function closeContract(
  contract: Contract,
  kind: 'REFUSED' | 'WITHDRAWN',
  decision: ContractDecision,
  moved: boolean,
): Changed {
  refuseSettled(contract, moved);
  if (kind === 'REFUSED') requireOpen(contract);
  if (kind === 'REFUSED') requireSecondPerson('BUYER_CONTROLLER', decision.by, [contract.signedBy]);
  const type = kind === 'REFUSED' ? 'contract.refused' : 'contract.withdrawn';
  return noted({ ...contract, status: kind }, { kind, ...decision }, type);
}

export type ContractCorrection = Terms & Pick<Contract, 'contractNo'>;

/** Number and days, before any money moved; another amount is another contract. */
export function correctContract(
  contract: Contract,
  correction: ContractCorrection,
  decision: ContractDecision,
  facts: { readonly beside: readonly Contract[]; readonly moved: boolean },
): Changed {
  requireOpen(contract);
  refuseSettled(contract, facts.moved);
  refuseWrongTerms(correction, decision.on, contract.year);
  const installments = metBySigning(contract.installments, correction.signedOn);
  const corrected = { ...contract, ...correction, installments };
  refuseBeside({ ...corrected, replacesContractId: null }, facts.beside);
  return noted(corrected, { kind: 'CORRECTED', ...decision }, 'contract.corrected');
}

/** Its successor takes its place from that one's first day on; what is bound to it stays payable. */
export function replaceContract(replaced: Contract, successor: Contract, on: CalendarDate): Changed {
  const dayBefore = addDays(successor.startsOn, -1);
  const endsOn = dayBefore < replaced.endsOn ? dayBefore : replaced.endsOn;
  const note = { kind: 'REPLACED', by: successor.signedBy, on, reason: null } as const;
  return noted({ ...replaced, endsOn }, note, 'contract.replaced');
}

function refuseSettled(contract: Contract, moved: boolean): void {
  const { carriedOver, year } = contract;
  // What was entered of a past year is over, and is taken back as long as nothing is paid of it.
  if (!isHistory(contract)) requireOpen(contract);
  else requireStanding(contract);
  if (moved) throw contractMoneyMoved();
  if (carriedOver !== null) throw budgetYearClosed({ year });
}

function noted(contract: Contract, note: ContractNote, type: ContractSigned['type']): Changed {
  const notes = [...(contract.notes ?? []), note];
  return { state: { ...contract, notes }, events: [{ type, by: note.by }] };
}
