import {
  badInput,
  type CalendarDate,
  type DocumentReference,
  publicLine,
  type PublicText,
  type Written,
} from '@qianshou/kernel';
import type { ApplicationId } from '../ids.ts';
import type { Side } from './eligibility.ts';
import { applicationConsentMissing } from '../reference/errors.ts';

/** PAIR-6: the paper by which a side says yes, where the recipient province enters it on that side's behalf. */
export interface ConsentDocument {
  readonly side: Side;
  readonly documentNo: PublicText;
  readonly givenOn: CalendarDate;
}

export function requirePaperOf(side: Side, papers: readonly ConsentDocument[]): void {
  if (!papers.some((paper) => paper.side === side)) throw applicationConsentMissing({ side });
}

/** A manager speaks for one agency and no other. */
export function refusePapers(papers: readonly ConsentDocument[]): void {
  if (papers.length > 0)
    throw badInput({
      field: 'consentDocuments',
      reason: { en: 'entered by the recipient province alone', zh: '仅由受援省民政部门填写' },
    });
}

/** Papers as an office enters them: one a side, given by today. */
export function consentPapers(
  written: readonly Written<ConsentDocument>[],
  today: CalendarDate,
): readonly ConsentDocument[] {
  if (new Set(written.map(({ side }) => side)).size < written.length)
    throw badInput({
      field: 'consentDocuments',
      reason: { en: 'name each side once', zh: '每一方仅填写一次' },
    });
  return written.map(({ side, documentNo, givenOn }) => {
    if (givenOn > today)
      throw badInput({ field: 'givenOn', reason: { en: 'lies in the future', zh: '不得晚于今天' } });
    return { side, documentNo: publicLine(documentNo, 'documentNo', 100), givenOn };
  });
}

export type Recommended = 'RECOMMENDED' | 'OBJECTED';

/** What the province that sends the help says of its agency: it selects whom it sends. */
export interface Recommendation {
  readonly verdict: Recommended;
  readonly opinion: PublicText;
  readonly document: DocumentReference | null;
  readonly on: CalendarDate;
}

/** The province that sends the help recommended it, or objected. */
export interface ApplicationRecommended {
  readonly type: 'application.recommended';
  readonly applicationId: ApplicationId;
  readonly verdict: Recommended;
}
