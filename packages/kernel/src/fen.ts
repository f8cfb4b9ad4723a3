import type { Brand } from './brand.ts';
import { badInput } from './errors.ts';

/** An amount in fen (0.01 yuan). A bigint, never a float; int64 in the database, a decimal string on the wire. */
export type Fen = Brand<bigint, 'Fen'>;

/** int64: what the database column holds. */
const LARGEST = 9_223_372_036_854_775_807n;

export function fen(amount: bigint): Fen {
  if (amount > LARGEST || amount < -LARGEST) throw badInput({ field: 'fen', reason: 'beyond 64 bits' });
  return amount as Fen;
}

/** Parses `"220000000"` (2,200,000.00 yuan). Refuses signs, fractions, exponents and blanks. */
export function parseFen(raw: string, field = 'fen'): Fen {
  if (!/^(0|[1-9]\d{0,18})$/.test(raw)) {
    throw badInput({ field, reason: 'expected a whole, non-negative number of fen as a decimal string' });
  }
  return fen(BigInt(raw));
}

export function addFen(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce<bigint>((sum, amount) => sum + amount, 0n));
}

/** `2,200,000.00`: yuan for people; the sign in front. */
export function yuan(amount: Fen): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0n ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
