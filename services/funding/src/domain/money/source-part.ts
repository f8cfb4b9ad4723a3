import type { Fen } from '@qianshou/kernel';
import type { Source } from './account.ts';

/** How much of an amount is of which source. */
export interface SourcePart extends Source {
  readonly amountFen: Fen;
}
