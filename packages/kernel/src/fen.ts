import type { Brand } from './brand.ts';
import { badInput } from './errors.ts';
import { yuan } from './yuan.ts';

/** An amount in fen (0.01 yuan). A bigint, never a float; int64 in the database, a decimal string on the wire. */
export type Fen = Brand<bigint, 'Fen'>;

/** int64: what the database column holds. */
const LARGEST = 9_223_372_036_854_775_807n;

export function fen(amount: bigint): Fen {
  if (amount > LARGEST || amount < -LARGEST)
    throw badInput({ field: 'fen', reason: { en: 'beyond 64 bits', zh: '超出 64 位整数范围' } });
  return amount as Fen;
}

/** Parses `"220000000"` (2,200,000.00 yuan). Refuses signs, fractions, exponents and blanks. */
export function parseFen(raw: string, field = 'fen'): Fen {
  if (!/^(0|[1-9]\d{0,18})$/.test(raw)) {
    throw badInput({
      field,
      reason: {
        en: 'expected a whole, non-negative number of fen as a decimal string',
        zh: '应为以分为单位的非负整数（十进制字符串）',
      },
    });
  }
  return fen(BigInt(raw));
}

/** The most that one amount may be: ten trillion yuan. Sums of a nation stay far below what a column holds. */
export const LARGEST_AMOUNT = 1_000_000_000_000_000n;

/** An amount that somebody gives: 1 … 10^15 fen. */
export function parseAmount(raw: string, field = 'fen'): Fen {
  const amount = parseFen(raw, field);
  if (amount < 1n || amount > LARGEST_AMOUNT) {
    throw badInput({
      field,
      reason: {
        en: `expected ${LARGEST_AMOUNT} fen (${yuan(LARGEST_AMOUNT)} yuan) at most, and 1 fen at least`,
        zh: `应为 1 分以上、${LARGEST_AMOUNT} 分(${yuan(LARGEST_AMOUNT)} 元)以下`,
      },
    });
  }
  return amount;
}

export function addFen(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce<bigint>((sum, amount) => sum + amount, 0n));
}
