import type { Fen } from '@qianshou/kernel';

/** What payments of a contract that were not returned come to, by installment. */
export type TakenFen = ReadonlyMap<number, Fen>;
