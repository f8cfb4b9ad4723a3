import { addFen, type Fen, fen } from '@qianshou/kernel';
import type { RewardAward } from '../award/reward-award.ts';
import { wasApproved, type BudgetPlan } from '../budget/budget-plan.ts';
import { openedFen } from '../budget/provisional.ts';
import { drawingsOf, type Sources } from '../budget/budget-sources.ts';
import type { Contract } from '../contract/contract.ts';
import { stands } from '../contract/contract-status.ts';
import { paidFen } from '../payment/payment-bank.ts';
import type { Payment } from '../payment/payment-state.ts';
import { type Account, sourceOfAccount, type Stage } from '../money/account.ts';
import type { JournalEntry, Reference } from '../money/journal-entry.ts';
import { finding, type LedgerFinding } from '../money/ledger-findings.ts';

/** What the journal of a year is about, as it is stored beside it. */
export interface ObjectsOfYear {
  readonly plans: readonly BudgetPlan[];
  readonly contracts: readonly Contract[];
  readonly awards: readonly RewardAward[];
  /** Those whose year it is. */
  readonly payments: readonly Payment[];
}

/** What was told of each payment: what was paid, less what came back. */
export type ToldPaid = ReadonlyMap<string, Fen>;

/** Each budget, contract, award and payment against the entries that name it, and each payment against its events. */
export function objectFindings(
  entries: readonly JournalEntry[],
  { plans, contracts, awards, payments }: ObjectsOfYear,
  told: ToldPaid,
): readonly LedgerFinding[] {
  const paid = sums(entries, 'paymentId', stagesOf('DISBURSED', 'RETURNED'));
  const reserved = sums(entries, 'paymentId', stagesOf('RESERVED'));
  const byContract = sums(entries, 'contractId', stagesOf(...BOUND));
  const byAward = sums(entries, 'awardId', stagesOf(...BOUND));
  const given = sums(entries.filter(isGiven), 'budgetPlanId', isSource);
  const ofPayments = new Map(payments.map((payment) => [payment.id as string, payment]));
  const ids = new Set([...paid.keys(), ...reserved.keys(), ...ofPayments.keys()]);
  return [
    ...plans.flatMap((plan) => differing(plan.id, givenTo(plan), -(given.get(plan.id) ?? 0n))),
    ...contracts.filter(staysInYear).flatMap((each) => differing(each.id, boundOf(each), byContract)),
    ...awards.filter(staysInYear).flatMap((each) => differing(each.id, awardedOf(each), byAward)),
    ...[...ids].flatMap((id) => differing(id, paidOf(ofPayments.get(id)), paid)),
    ...[...ids].flatMap((id) => differing(id, reservedOf(ofPayments.get(id)), reserved)),
    ...[...ids].flatMap((id) => toldFindings(id, paidOf(ofPayments.get(id)), told)),
  ];
}

/** Everything that money bound in a year can have become, but free again. */
const BOUND: readonly Stage[] = ['COMMITTED', 'RESERVED', 'DISBURSED', 'RETURNED', 'CARRIED_OVER', 'SURPLUS'];

type Counts = (account: Account) => boolean;

const stagesOf =
  (...stages: readonly Stage[]): Counts =>
  (account) =>
    stages.some((stage) => account.endsWith(`/${stage}`));

const isSource: Counts = (account) => sourceOfAccount(account) !== null;

/** What a budget draws of its sources; what comes from the year before is not its own. */
function isGiven({ kind }: JournalEntry): boolean {
  return kind === 'APPROPRIATE' || kind === 'ADJUST' || kind === 'PROVISIONAL';
}

type Sums = ReadonlyMap<string, bigint>;

function sums(entries: readonly JournalEntry[], by: keyof Reference, counts: Counts): Sums {
  const totals = new Map<string, bigint>();
  for (const { reference, postings } of entries) {
    const id = reference[by];
    if (id === null) continue;
    const moved = postings.filter(({ account }) => counts(account)).reduce((sum, each) => sum + each.fen, 0n);
    totals.set(id, (totals.get(id) ?? 0n) + moved);
  }
  return totals;
}

function differing(objectId: string, stored: bigint, journal: Sums | bigint): readonly LedgerFinding[] {
  const moved = typeof journal === 'bigint' ? journal : (journal.get(objectId) ?? 0n);
  if (moved === stored) return [];
  return [finding('OBJECT_DIFFERS', { objectId, differenceFen: fen(stored - moved) })];
}

function toldFindings(objectId: string, stored: bigint, told: ToldPaid): readonly LedgerFinding[] {
  const said = told.get(objectId) ?? 0n;
  return said === stored ? [] : [finding('EVENT_DIFFERS', { objectId, differenceFen: fen(said - stored) })];
}

function givenTo(plan: BudgetPlan): bigint {
  return wasApproved(plan) ? drawnOf(plan) : openedFen(plan);
}

function drawnOf(sources: Sources): bigint {
  return addFen(...drawingsOf(sources).map(({ amountFen }) => amountFen));
}

/** What went on into another year is bound there by two ledgers; each balance is compared as it is. */
function staysInYear({ carriedOver }: Pick<Contract, 'carriedOver'>): boolean {
  return (carriedOver ?? null) === null;
}

function boundOf(contract: Contract): bigint {
  return stands(contract) ? contract.amountFen : 0n;
}

function awardedOf({ status, amountFen }: RewardAward): bigint {
  return status === 'APPROVED' || status === 'PAID' ? amountFen : 0n;
}

function paidOf(payment: Payment | undefined): bigint {
  return payment?.status === 'PAID' ? paidFen(payment) : 0n;
}

/** What is neither paid nor returned is set aside. */
const OPEN: readonly Payment['status'][] = ['REQUESTED', 'APPROVED', 'INSTRUCTED'];

function reservedOf(payment: Payment | undefined): bigint {
  if (payment === undefined) return 0n;
  return OPEN.includes(payment.status) ? payment.amountFen : 0n;
}
