import type { CalendarDate, Fen, PublicText } from '@qianshou/kernel';
import type { SourcePart } from '../money/source-parts.ts';

/** What was purchased in addition under the same contract (追加采购). */
export interface Supplement {
  readonly no: number;
  readonly amountFen: Fen;
  readonly sources: readonly SourcePart[] | null;
  readonly signedOn: CalendarDate;
  readonly document: PublicText;
  readonly by: string;
}
