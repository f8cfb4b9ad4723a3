import type { CalendarDate, Fen, PublicText } from '@qianshou/kernel';
import type { SourcePart } from '../money/source-parts.ts';

/** A paper that lies outside: by its number, and by the digest of its bytes where they were scanned. */
export interface PaperRef {
  readonly no: string;
  readonly sha256: string | null;
}

/** The order to the bank. */
export interface Instruction {
  readonly by: string;
  readonly on: CalendarDate;
}

/** Part of the paid that came back (部分退款), to the sources and the year that it came from. */
export interface Refund {
  readonly no: number;
  readonly amountFen: Fen;
  readonly sources: readonly SourcePart[] | null;
  readonly receivedOn: CalendarDate;
  readonly slipNo: string;
  readonly note: PublicText;
  readonly by: string;
}
