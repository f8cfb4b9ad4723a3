import type { CalendarDate, PublicText } from '@qianshou/kernel';

export const ACCEPTANCE_RESULTS = ['PASSED', 'PARTLY_PASSED', 'FAILED'] as const;

export type AcceptanceResult = (typeof ACCEPTANCE_RESULTS)[number];

/** What the invited recipients said, as counts and words without names. */
export interface RecipientOpinion {
  readonly satisfied: number;
  readonly neutral: number;
  readonly dissatisfied: number;
  readonly text: PublicText;
}

/** FUN-9: how a service was accepted (履约验收); a second one follows what passed in part or not at all. */
export interface AcceptanceRecord {
  readonly no: number;
  readonly acceptedOn: CalendarDate;
  readonly recipientsInvited: number;
  readonly opinion: RecipientOpinion;
  readonly result: AcceptanceResult;
  readonly acceptedBy: string;
  readonly publishedOn: CalendarDate | null;
  readonly publicUrl: string | null;
}

export type AcceptanceInput = Omit<AcceptanceRecord, 'no' | 'publishedOn' | 'publicUrl'>;
