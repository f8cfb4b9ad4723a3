import { badInput, type CalendarDate, type Change, type Fen, fen, type PublicText } from '@qianshou/kernel';
import { type BudgetPlan, requireApproved } from '../budget/budget-plan.ts';
import { refuseAfterYear } from '../budget/year-end.ts';
import type { Movement } from '../money/journal-entry.ts';
import { committing, movementKey } from '../money/movements.ts';
import { joinParts, type SourcePart } from '../money/source-parts.ts';
import { dayInFuture } from '../reference/errors.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import { requireOpen } from './contract-status.ts';
import type { Amendment } from './amendment.ts';
import type { Contract, ContractEvent } from './contract.ts';
import { supplementAboveLimit } from './errors.ts';
import type { Condition, Installment } from './installment.ts';
import type { Supplement } from './supplement.ts';

/** Government Procurement Law Art. 49: a tenth of what was signed at most, over all additions. */
const MOST_PERCENT = 10n;

export interface SupplementInput {
  readonly amountFen: Fen;
  readonly condition: Exclude<Condition, 'SETTLEMENT'>;
  readonly signedOn: CalendarDate;
  readonly document: PublicText;
  readonly reason: PublicText;
  readonly by: string;
}

export interface SupplementFacts {
  readonly plan: BudgetPlan;
  readonly today: CalendarDate;
}

/** FUN-7: bound like the contract itself, paid as one more installment. */
export function supplementContract(
  contract: Contract,
  input: SupplementInput,
  { plan, today }: SupplementFacts,
): Change<Contract, ContractEvent> {
  const { amountFen: additionalFen, condition, signedOn, document, by } = input;
  requireOpen(contract);
  requireApproved(plan);
  requireSecondPerson('BUDGET_APPROVER_BUYER', by, [plan.decidedBy]);
  if (signedOn > today) throw dayInFuture({ field: 'signedOn', day: signedOn, today });
  refuseAfterYear(plan, signedOn);
  if (additionalFen <= 0n)
    throw badInput({ field: 'amountFen', reason: { en: 'must be more than 0', zh: '应大于 0' } });
  refuseAboveTenth(contract, additionalFen);
  const no = contract.supplements.length + 1;
  const supplement: Supplement = { no, amountFen: additionalFen, sources: null, signedOn, document, by };
  const note = { kind: 'SUPPLEMENTED', by, on: today, reason: input.reason } as const;
  const state: Contract = {
    ...contract,
    signedFen: signedFenOf(contract),
    amountFen: fen(contract.amountFen + additionalFen),
    installments: [...contract.installments, installmentOf(contract, { additionalFen, condition, signedOn })],
    supplements: [...contract.supplements, supplement],
    amendments: [...contract.amendments, amendmentOf(contract, { signedOn, document, by })],
    notes: [...contract.notes, note],
  };
  return { state, events: [{ type: 'contract.supplemented', by, additionalFen }] };
}

/** Of which sources the addition is, frozen with it. */
export function earmarkSupplement(
  { state, events }: Change<Contract, ContractEvent>,
  parts: readonly SourcePart[] | null,
): Change<Contract, ContractEvent> {
  const supplements = state.supplements.map((each) =>
    each.no === state.supplements.length ? { ...each, sources: parts } : each,
  );
  const known = parts !== null && state.sources !== null;
  const sources = known ? joinParts([...(state.sources ?? []), ...(parts ?? [])]) : state.sources;
  return { state: { ...state, supplements, sources }, events };
}

/** The journal entry of the last addition. */
export function supplementCommitmentOf(contract: Contract): Movement {
  const supplement = contract.supplements.at(-1);
  if (supplement === undefined) throw new Error(`nothing was added to ${contract.id}`);
  const { programme, budgetPlanId, id, budgetApprovedBy } = contract;
  const reference = { budgetPlanId, contractId: id, awardId: null, paymentId: null };
  const warrant = { programme, reference, actor: supplement.by, approver: budgetApprovedBy };
  const movement = committing(warrant, supplement.amountFen, supplement.sources);
  return { ...movement, idempotencyKey: supplementKeyOf(contract, supplement) };
}

export function supplementKeyOf({ id }: Contract, { no }: Pick<Supplement, 'no'>): string {
  return movementKey('COMMIT', `${id}/${no}`);
}

export function signedFenOf({ signedFen, amountFen }: Contract): Fen {
  return signedFen ?? amountFen;
}

function refuseAboveTenth(contract: Contract, additionalFen: Fen): void {
  const signedFen = signedFenOf(contract);
  const before = contract.supplements.reduce<bigint>((sum, { amountFen }) => sum + amountFen, 0n);
  if (100n * (before + additionalFen) <= MOST_PERCENT * signedFen) return;
  const most = (MOST_PERCENT * signedFen - 100n * before) / 100n;
  throw supplementAboveLimit({ availableFen: most.toString(), askedFen: additionalFen.toString() });
}

interface Addition {
  readonly additionalFen: Fen;
  readonly condition: Condition;
  readonly signedOn: CalendarDate;
}

function installmentOf(contract: Contract, { additionalFen, condition, signedOn }: Addition): Installment {
  return {
    no: contract.installments.length + 1,
    condition,
    perMille: Number((1000n * additionalFen) / signedFenOf(contract)),
    amountFen: additionalFen,
    metOn: condition === 'SIGNING' ? signedOn : null,
  };
}

/** More under the same contract is a change of it by both sides, to be made known like any other. */
function amendmentOf(
  { amendments }: Contract,
  { signedOn, document, by }: Pick<Amendment, 'signedOn' | 'document' | 'by'>,
): Amendment {
  const no = amendments.length + 1;
  return { no, kind: 'SUPPLEMENT', signedOn, endedOn: null, endsOn: null, document, by, notified: null };
}
