import type { Fen } from '@qianshou/kernel';
import { percentOf } from '../reference/allocate.ts';

/** FUN-1: the most that last year's social-assistance fund may give. The percentage is a county's policy. */
export interface Cap {
  /** FUN-3: the previous year's fund, a frozen figure. */
  readonly baseFen: Fen;
  readonly percent: number;
}

/** For people: the legal maximum in whole fen. */
export function capFen(cap: Cap): Fen {
  return percentOf(cap.baseFen, cap.percent);
}

/** Without a division, so that no rounding can help the spender. */
export function isWithin(cap: Cap, shareFen: Fen): boolean {
  return 100n * shareFen <= BigInt(cap.percent) * cap.baseFen;
}
