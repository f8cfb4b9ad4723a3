import type { CalendarDate, Fen } from '@qianshou/kernel';
import { allocate } from '../reference/allocate.ts';
import { contractTermsWrong } from '../reference/errors.ts';

/** What an installment waits for (拨付条件). */
export const CONDITIONS = ['SIGNING', 'MID_TERM_EVALUATION', 'FINAL_EVALUATION', 'SETTLEMENT'] as const;

export type Condition = (typeof CONDITIONS)[number];

export interface Installment {
  readonly no: number;
  readonly condition: Condition;
  /** Its part of the contract, in thousandths. */
  readonly perMille: number;
  readonly amountFen: Fen;
  /** FUN-12: when its condition was met; null while it is not. */
  readonly metOn: CalendarDate | null;
}

export type InstallmentInput = Pick<Installment, 'condition' | 'perMille'>;

/** A split for demonstrations; no norm says it, so a contract that takes it warns of it. */
export const DEMO_SPLIT: readonly InstallmentInput[] = [
  { condition: 'SIGNING', perMille: 500 },
  { condition: 'MID_TERM_EVALUATION', perMille: 300 },
  { condition: 'FINAL_EVALUATION', perMille: 200 },
];

/** Where nobody said how: a contract of less than a fen for each part has one. */
export function assumedSplit(amountFen: Fen): readonly InstallmentInput[] {
  return amountFen < BigInt(DEMO_SPLIT.length) ? [{ condition: 'SIGNING', perMille: 1000 }] : DEMO_SPLIT;
}

const MOST = 12;

const EMPTY_PART = {
  en: 'each is at least one fen; split it into fewer parts',
  zh: '每期至少一分,请减少期数',
};

/** FUN-12: parts that sum to the contract exactly. What is due at signing is due now. */
export function splitIntoInstallments(
  amountFen: Fen,
  split: readonly InstallmentInput[],
  signedOn: CalendarDate,
): readonly Installment[] {
  refuseUnsound(split);
  const parts = allocate(
    amountFen,
    split.map(({ perMille }) => BigInt(perMille)),
  );
  if (parts.some((part) => part === 0n))
    throw contractTermsWrong({ field: 'installments', reason: EMPTY_PART });
  const installments = parts.flatMap((part, at) => {
    const asked = split[at];
    return asked === undefined ? [] : [{ no: at + 1, ...asked, amountFen: part, metOn: null }];
  });
  return metBySigning(installments, signedOn);
}

/** What waits for the signing was met on its day, also when that is corrected. */
export function metBySigning(
  installments: readonly Installment[],
  signedOn: CalendarDate,
): readonly Installment[] {
  return installments.map((each) => (each.condition === 'SIGNING' ? { ...each, metOn: signedOn } : each));
}

function refuseUnsound(split: readonly InstallmentInput[]): void {
  const sum = split.reduce((total, { perMille }) => total + perMille, 0);
  const sound = split.every(({ perMille }) => Number.isInteger(perMille) && perMille > 0);
  if (split.length > MOST || !sound || sum !== 1000) {
    throw contractTermsWrong({
      field: 'installments',
      reason: {
        en: `1 to ${MOST} parts in whole thousandths, each more than 0, that sum to 1000; these sum to ${sum}`,
        zh: `应为 1 至 ${MOST} 期,以千分比填写,每期大于 0,合计 1000;现合计 ${sum}`,
      },
    });
  }
}
