import type { CalendarDate, PublicText } from '@qianshou/kernel';

/** A change of a signed contract by both sides (合同变更): more was purchased under it, or it runs to another day. */
export interface Amendment {
  readonly no: number;
  readonly kind: 'SUPPLEMENT' | 'TERM';
  readonly signedOn: CalendarDate;
  /** Of a changed term: to which day it ran before, and runs now. */
  readonly endedOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly document: PublicText;
  readonly by: string;
  /** When and where it was made known; null while it was not. */
  readonly notified: AmendmentNotice | null;
}

export interface AmendmentNotice {
  readonly notifiedOn: CalendarDate;
  readonly publicUrl: PublicText;
  readonly by: string;
}
