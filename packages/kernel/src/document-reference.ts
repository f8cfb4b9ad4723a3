import type { CalendarDate } from './calendar-date.ts';
import { badInput } from './errors.ts';
import { publicLine, publicLink, type PublicText } from './public-text.ts';

export const DOCUMENT_KINDS = [
  'AGREEMENT',
  'PHOTO',
  'PROOF',
  'POLICY_PAPER',
  'REPORT',
  'MINUTES',
  'LETTER',
  'CERTIFICATE',
  'OTHER',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document that shows something. Its bytes stay where they are; the digest proves which ones were meant. */
export interface DocumentReference {
  readonly title: PublicText;
  readonly kind: DocumentKind;
  readonly number: PublicText | null;
  readonly day: CalendarDate | null;
  /** Of the bytes: 64 hexadecimal digits, small. */
  readonly sha256: string | null;
  readonly link: PublicText | null;
}

/** As a caller writes one. */
export interface WrittenDocument {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly number?: string | null | undefined;
  readonly day?: CalendarDate | null | undefined;
  readonly sha256?: string | null | undefined;
  readonly link?: string | null | undefined;
}

/** @throws BAD_USER_INPUT, PERSONAL_MARKS_FOUND, each naming the field within `field`. */
export function documentReference(
  { title, kind, number, day, sha256, link }: WrittenDocument,
  field: string,
): DocumentReference {
  return {
    title: publicLine(title, `${field}.title`, 200),
    kind,
    number: given(number, (raw) => publicLine(raw, `${field}.number`, 100)),
    day: day ?? null,
    sha256: given(sha256, (raw) => digest(raw, `${field}.sha256`)),
    link: given(link, (raw) => secureLink(raw, `${field}.link`)),
  };
}

/** The evidence of a strike or a correction, and whatever else may come without a document. */
export function documentOrNone(
  written: WrittenDocument | null | undefined,
  field: string,
): DocumentReference | null {
  return given(written, (document) => documentReference(document, field));
}

function given<Raw, Value>(raw: Raw | null | undefined, read: (raw: Raw) => Value): Value | null {
  return raw === null || raw === undefined ? null : read(raw);
}

function digest(raw: string, field: string): string {
  const hex = raw.trim().toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hex)) return hex;
  throw badInput({
    field,
    reason: {
      en: 'expected the 64 hexadecimal digits of a SHA-256',
      zh: '应为 64 位十六进制的 SHA-256 摘要',
    },
  });
}

function secureLink(raw: string, field: string): PublicText {
  const link = publicLink(raw, field);
  if (link.startsWith('https://')) return link;
  throw badInput({
    field,
    reason: { en: 'expected a link that starts with https://', zh: '应为以 https:// 开头的链接' },
  });
}
