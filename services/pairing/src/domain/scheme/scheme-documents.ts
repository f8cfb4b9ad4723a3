import { type CalendarDate, publicLine, type PublicText } from '@qianshou/kernel';
import type { Authority } from './scheme-authority.ts';

export const SCHEME_SUBJECTS = ['OPENING', 'QUOTA', 'AUTHORITY'] as const;

export type SchemeSubject = (typeof SCHEME_SUBJECTS)[number];

/** A paper that says something of a scheme. Each stays: a file may name the scheme by any of them. */
export interface SchemeDocument {
  readonly documentNo: PublicText;
  readonly about: SchemeSubject;
  /** The day of the decision; null where nobody said it. */
  readonly decidedOn: CalendarDate | null;
  /** Numbers that it was recorded under by mistake: files may still name it so. */
  readonly formerNos?: readonly PublicText[];
}

/** Where a scheme keeps its papers. */
interface Told {
  readonly documentNo: PublicText;
  readonly openingDocumentNo: PublicText;
  readonly documents?: readonly SchemeDocument[];
  readonly authorities: readonly Authority[];
}

/** All of them, earliest first. Records of before kept the first, the last, and those of the authorities. */
export function documentsOf({
  documents,
  documentNo,
  openingDocumentNo,
  authorities,
}: Told): readonly SchemeDocument[] {
  if (documents !== undefined && documents.length > 0) return documents;
  const later = authorities.slice(1);
  return [
    { documentNo: openingDocumentNo, about: 'OPENING', decidedOn: null },
    ...later.map(({ documentNo: no, since }) => ({
      documentNo: no,
      about: 'AUTHORITY' as const,
      decidedOn: since,
    })),
    ...(documentNo === openingDocumentNo ? [] : [{ documentNo, about: 'QUOTA' as const, decidedOn: null }]),
  ];
}

export function openingDocument({
  documentNo,
  decidedOn = null,
}: {
  readonly documentNo: string;
  readonly decidedOn?: CalendarDate | null | undefined;
}): SchemeDocument {
  return { documentNo: publicLine(documentNo, 'documentNo', 100), about: 'OPENING', decidedOn };
}

export function withDocument(
  scheme: Told,
  about: SchemeSubject,
  documentNo: string,
  decidedOn: CalendarDate | null,
): readonly SchemeDocument[] {
  const named = { documentNo: publicLine(documentNo, 'documentNo', 100), about, decidedOn };
  return [...documentsOf(scheme), named];
}

/** Whether this paper says something of the scheme. */
export function isNamedBy(scheme: Told, documentNo: string): boolean {
  return documentsOf(scheme).some(
    (document) =>
      document.documentNo === documentNo ||
      (document.formerNos ?? []).some((former) => former === documentNo),
  );
}
