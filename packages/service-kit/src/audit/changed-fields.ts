import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** A field that a decision changed. A value is shown as it is, or by its digest alone: `sha256:…`. */
export interface FieldChange {
  /** With dots where it lies within a field. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ShownBy {
  /** Goes into every digest and is kept beside the entry: without it, no value can be guessed from its digest. */
  readonly salt: string;
  /** What is said of a person: nothing but digests. */
  readonly personal: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** Version, id and who recorded it are said by the entry itself. */
const APART = /^(_id|id|version|recorded(\..*)?)$/;

/** What differs between two documents, null where there was none before. */
export function changedFields(
  before: Fields | null,
  after: Fields,
  shownBy: ShownBy,
): readonly FieldChange[] {
  return differences('', before ?? {}, after)
    .filter(({ field }) => !APART.test(field))
    .map(({ field, was, is }) => ({ field, before: shown(was, shownBy), after: shown(is, shownBy) }));
}

interface Difference {
  readonly field: string;
  readonly was: unknown;
  readonly is: unknown;
}

function differences(path: string, before: Fields, after: Fields): readonly Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return keys.flatMap((key) => {
    const [field, was, is] = [path === '' ? key : `${path}.${key}`, before[key], after[key]];
    if (canonicalJson(was) === canonicalJson(is)) return [];
    if (isFields(is) && (was === null || was === undefined || isFields(was)))
      return differences(field, was ?? {}, is);
    return [{ field, was, is }];
  });
}

/** A document or a part of one, and nothing that a driver or the language makes. */
export function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function shown(value: unknown, { salt, personal }: ShownBy): string | null {
  if (value === null || value === undefined) return null;
  const said = typeof value === 'string' ? value : canonicalJson(value);
  if (!personal && isOpen(value)) return said;
  return `sha256:${createHash('sha256').update(`${salt}\n${said}`).digest('base64url')}`;
}

/** Days, moments, ids, codes of regions and words of closed sets; never a text that somebody wrote, never a number of a person. */
const OPEN = [
  /^\d{4}-\d{2}-\d{2}$/,
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
  /^[a-z]{3}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /^(\d{6}|\d{9})$/,
  /^[A-Z]{2,}(_?[A-Z0-9]{1,12}){0,5}$/,
  // The digest of a document.
  /^[0-9a-f]{64}$/,
];

function isOpen(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= 64 && OPEN.some((form) => form.test(value));
  if (Array.isArray(value)) return value.length <= 20 && value.every(isOpen);
  return ['boolean', 'number', 'bigint'].includes(typeof value) || value instanceof Date;
}
