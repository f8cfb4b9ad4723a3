import { addFen, type Fen, fen } from '@qianshou/kernel';

/**
 * The one place that divides money, and so outside of the folder where lint forbids division. Splits by largest remainder: each part is its exact share rounded down or up, and
 * the parts sum to the whole. Equal remainders go to the earlier part, so the same request always splits the same way.
 */
export function allocate(whole: Fen, weights: readonly bigint[]): readonly Fen[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole < 0n || total <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('an amount is split by weights that are not negative and not all zero');
  }
  const floors = weights.map((weight) => fen((whole * weight) / total));
  const remainders = weights.map((weight) => (whole * weight) % total);
  const left = whole - addFen(...floors);
  const served = new Set(byRemainder(remainders).slice(0, Number(left)));
  return floors.map((floor, at) => (served.has(at) ? fen(floor + 1n) : floor));
}

/** A share in percent, rounded down: rounding never helps the spender. */
export function percentOf(amount: Fen, percent: number): Fen {
  return fen((amount * BigInt(percent)) / 100n);
}

/** Places by descending remainder; equal ones stay in order, because the sort is stable. */
function byRemainder(remainders: readonly bigint[]): readonly number[] {
  const places = remainders.map((remainder, at) => ({ remainder, at }));
  return places
    .toSorted((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder))
    .map(({ at }) => at);
}
