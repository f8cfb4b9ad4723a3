import {
  addFen,
  badInput,
  type CalendarDate,
  type Change,
  daysBetween,
  type Fen,
  fen,
  type PublicText,
} from '@qianshou/kernel';
import type { Movement } from '../money/journal-entry.ts';
import { movementKey } from '../money/movements.ts';
import type { SourcePart } from '../money/source-part.ts';
import type { TakenFen } from '../money/taken.ts';
import { installmentNotFound } from '../reference/errors.ts';
import { requireSecondPerson } from '../reference/four-eyes.ts';
import type { Contract, ContractEvent } from './contract.ts';
import { requireOpen } from './contract-status.ts';
import { releasedParts, releaseOf, withoutParts } from './contract-release.ts';
import { signedFenOf } from './contract-supplement.ts';
import type { Deduction, DeductionRule } from './deduction.ts';
import { deductionAboveInstallment } from './errors.ts';

export interface DeductingInput {
  readonly installmentNo: number;
  readonly rule: DeductionRule;
  readonly document: PublicText;
  readonly reason: PublicText;
  readonly by: string;
}

export interface DeductingFacts {
  readonly taken: TakenFen;
  readonly takenParts: readonly SourcePart[];
  readonly today: CalendarDate;
}

export interface ContractDeducted {
  readonly change: Change<Contract, ContractEvent>;
  readonly movement: Movement;
}

/** What is not paid of an installment by a rule of the contract: free again for the sources that it came from. */
export function deductFromContract(
  contract: Contract,
  input: DeductingInput,
  { taken, takenParts, today }: DeductingFacts,
): ContractDeducted {
  requireOpen(contract);
  requireSecondPerson('BUYER_CONTROLLER', input.by, [contract.signedBy]);
  const installment = contract.installments.find(({ no }) => no === input.installmentNo);
  if (installment === undefined) throw installmentNotFound({ installmentNo: input.installmentNo });
  const amountFen = deductedFen(contract, installment.amountFen, input.rule);
  const left = fen(installment.amountFen - (taken.get(installment.no) ?? 0n));
  if (amountFen > left)
    throw deductionAboveInstallment({
      installmentNo: installment.no,
      availableFen: left.toString(),
      askedFen: amountFen.toString(),
    });
  const { installmentNo, rule, document, by, reason } = input;
  const no = contract.deductions.length + 1;
  const deduction: Deduction = { no, installmentNo, rule, amountFen, document, on: today, by };
  const leftFen = fen(contract.amountFen - addFen(...taken.values()) - amountFen);
  const released = releasedParts(contract, takenParts, leftFen);
  const state: Contract = {
    ...withoutParts(contract, released),
    signedFen: signedFenOf(contract),
    amountFen: fen(contract.amountFen - amountFen),
    installments: contract.installments.map((each) =>
      each.no === installmentNo ? { ...each, amountFen: fen(each.amountFen - amountFen) } : each,
    ),
    deductions: [...contract.deductions, deduction],
    notes: [...contract.notes, { kind: 'DEDUCTED', by, on: today, reason }],
  };
  const movement = releaseOf(contract, {
    by,
    releasedFen: amountFen,
    released,
    subject: subjectOf(contract, { no }),
  });
  return { change: { state, events: [{ type: 'contract.deducted', by, deduction }] }, movement };
}

/** Under which key the journal has what was released by it. */
export function deductionKeyOf(contract: Contract, deduction: Pick<Deduction, 'no'>): string {
  return movementKey('RELEASE', subjectOf(contract, deduction));
}

function subjectOf({ id }: Contract, { no }: Pick<Deduction, 'no'>): string {
  return `${id}/deduction-${no}`;
}

/** Rounded down: what is taken away is never more than the rule says. */
export function deductedFen(contract: Contract, installmentFen: Fen, rule: DeductionRule): Fen {
  const amountFen =
    rule.kind === 'VACANT_POSTS' ? vacantFen(contract, rule) : gradeFen(installmentFen, rule.percent);
  if (amountFen > 0n) return amountFen;
  throw badInput({ field: 'rule', reason: { en: 'deducts nothing', zh: '扣减金额为 0' } });
}

/** Of each post a share of what was signed, by the days of the contract on which nobody held it. */
function vacantFen(
  contract: Contract,
  { posts, vacantPostDays }: Extract<DeductionRule, { kind: 'VACANT_POSTS' }>,
): Fen {
  const days = daysBetween(contract.startsOn, contract.endsOn) + 1;
  const postDays = posts * days;
  if (posts < 1 || vacantPostDays < 1 || vacantPostDays > postDays)
    throw badInput({
      field: 'vacantPostDays',
      reason: { en: `expected 1 to ${postDays}`, zh: `应为 1 至 ${postDays}` },
    });
  return fen((signedFenOf(contract) * BigInt(vacantPostDays)) / BigInt(postDays));
}

function gradeFen(installmentFen: Fen, percent: number): Fen {
  if (!Number.isInteger(percent) || percent < 1 || percent > 100)
    throw badInput({ field: 'percent', reason: { en: 'expected 1 to 100', zh: '应为 1 至 100' } });
  return fen((installmentFen * BigInt(percent)) / 100n);
}
