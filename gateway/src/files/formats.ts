import type { Written } from './file.ts';
import { htmlOf } from './html.ts';
import { parquetOf } from './parquet.ts';
import { csvOf, jsonlOf, jsonOf } from './text-files.ts';
import { MOST_ROWS, xlsxOf } from './xlsx.ts';

interface FormatKind {
  readonly type: string;
  readonly write: (written: Written) => AsyncIterable<string | Uint8Array>;
  /** Rows that the format itself can hold. */
  readonly most: number;
}

const ANY = Number.POSITIVE_INFINITY;

const KINDS = {
  csv: { type: 'text/csv; charset=utf-8', write: csvOf, most: ANY },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsxOf,
    most: MOST_ROWS - 1,
  },
  json: { type: 'application/json; charset=utf-8', write: jsonOf, most: ANY },
  jsonl: { type: 'application/jsonl; charset=utf-8', write: jsonlOf, most: ANY },
  parquet: { type: 'application/vnd.apache.parquet', write: parquetOf, most: ANY },
  html: { type: 'text/html; charset=utf-8', write: htmlOf, most: 10_000 },
} as const satisfies Record<string, FormatKind>;

export type Format = keyof typeof KINDS;

export const FORMATS: Readonly<Record<Format, FormatKind>> = KINDS;

export function isFormat(text: string): text is Format {
  return Object.hasOwn(FORMATS, text);
}

/** By what is named, else by the media types that the client would take; a table of text where it says nothing. */
export function formatOf(named: unknown, accept: string | undefined): Format | null {
  if (named === undefined) return acceptedBy(accept ?? '*/*');
  return typeof named === 'string' && isFormat(named) ? named : null;
}

const OTHER_NAMES: Readonly<Record<string, Format>> = {
  'application/x-ndjson': 'jsonl',
  '*/*': 'csv',
  'text/*': 'csv',
};

function acceptedBy(accept: string): Format | null {
  const taken = accept.split(',').map(essenceOf);
  const found = Object.entries(FORMATS).find(([, { type }]) => taken.includes(essenceOf(type)));
  if (found !== undefined) return found[0] as Format;
  const other = taken.find((type) => Object.hasOwn(OTHER_NAMES, type));
  return other === undefined ? null : (OTHER_NAMES[other] ?? null);
}

function essenceOf(type: string): string {
  return type.replace(/;.*/s, '').trim().toLowerCase();
}
