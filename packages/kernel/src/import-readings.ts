import type { Message } from './message.ts';
import { dayIn, halfWidth } from './import-days.ts';

/** How a kind of cell is read: what people write, as the column means it. What it cannot read it leaves as it stands. */
export interface CellReading {
  /** The cell has no characters that cannot be seen and no spaces at its ends. */
  readonly read: (cell: string) => string;
  /** What people call a value of the column. */
  readonly label?: (value: string) => Message;
}

/** The cell as its column means it; the same cell where it is written so already. */
export function readCell(reading: CellReading | undefined, cell: string): string {
  const plain = tidied(cell);
  return plain === '' || reading === undefined ? plain : reading.read(plain);
}

/** Characters that come along from web pages and other programs, and that nobody sees. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const OTHER_SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;

/** Text as it is seen: without characters that show nothing, and with plain spaces. */
export function tidied(cell: string): string {
  return cell.replace(UNSEEN, '').replace(OTHER_SPACES, ' ').trim();
}

/** What stands in cells that have nothing to say. */
const NOTHING = new Set([
  '-',
  '--',
  '—',
  '——',
  '–',
  '/',
  '\\',
  '无',
  '暂无',
  '空',
  'N/A',
  'n/a',
  'NA',
  'null',
  'NULL',
]);

/** A cell that is no free text: one with nothing in it may hold a stroke. */
function typed(read: (cell: string) => string, label?: CellReading['label']): CellReading {
  const whole = (cell: string): string => (NOTHING.has(cell) ? '' : read(cell));
  return label === undefined ? { read: whole } : { read: whole, label };
}

/** A code or a number of a document: no spaces inside, no mark of a spreadsheet around it. */
export const CODE = typed(codeIn);

/** A code that is written in capitals. */
export const CAPITAL_CODE = typed((cell) => codeIn(cell).toUpperCase());

function codeIn(cell: string): string {
  const code = halfWidth(cell)
    .replace(/\s/g, '')
    .replace(/^['‘’`]/, '');
  return /^\d+\.0+$/.test(code) ? code.replace(/\.0+$/, '') : code;
}

/** A number, with a unit that people write behind it. Only units that change nothing: 12 分钟 are no 12 hours. */
export function numberIn(...units: readonly string[]): CellReading {
  const longestFirst = units.toSorted((a, b) => b.length - a.length);
  return typed((cell) => {
    const plain = halfWidth(cell).replace(/\s/g, '');
    const unit = longestFirst.find((each) => plain.endsWith(each)) ?? '';
    const number = ungrouped(plain.slice(0, plain.length - unit.length));
    return /^\d+(\.\d+)?$/.test(number) ? withoutZeros(number) : cell;
  });
}

function ungrouped(number: string): string {
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number) ? number.replaceAll(',', '') : number;
}

/** 10.0 and 10.50 are 10 and 10.5; a spreadsheet keeps 0.1 + 0.2 as seventeen digits. */
function withoutZeros(number: string): string {
  if (!number.includes('.')) return number;
  const short = number.length > 15 ? String(Number(Number(number).toPrecision(12))) : number;
  return short.includes('.') ? short.replace(/\.?0+$/, '') : short;
}

const YES_TOO = new Set(['√', '✓', '✔', '☑', '✅', '有', '对', '可', '可以', '能', '○', '●', 'ok']);
const NO_TOO = new Set([
  '×',
  '✗',
  '✘',
  '☒',
  '❌',
  'x',
  '无',
  '没有',
  '不',
  '不可',
  '不可以',
  '不能',
  '错',
  '-',
  '—',
  '/',
]);
const YES_PLAIN = new Set(['是', 'true', '1', 'y', 'yes']);
const NO_PLAIN = new Set(['否', 'false', '0', 'n', 'no']);

/** Yes or no, also by ticks and crosses. */
export const YES_OR_NO: CellReading = {
  read: (cell) => {
    const plain = halfWidth(cell).replace(/\s/g, '').toLowerCase();
    if (YES_PLAIN.has(plain)) return plain === cell.toLowerCase() ? cell : '是';
    if (NO_PLAIN.has(plain)) return plain === cell.toLowerCase() ? cell : '否';
    if (YES_TOO.has(plain)) return '是';
    return NO_TOO.has(plain) ? '否' : cell;
  },
  label: (value) => (value === 'true' ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' }),
};

/** A day in any way that leaves no doubt which one it is. */
export const DAY = typed(dayIn);

/** The values of a set with the terms of each in both languages; the first is its Chinese label, the last its English one. */
export type Terms<Value extends string> = Readonly<Record<Value, readonly string[]>>;

/** One of a value set: by identifier or term as they stand, by what else people call it told as such. */
export function termIn<const Value extends string>(
  terms: Terms<Value>,
  others: Partial<Readonly<Record<Value, readonly string[]>>> = {},
): CellReading {
  const find = termFinder(terms, others);
  return typed(find, (value) => labelIn(terms, value));
}

/** Several of a value set in one cell, parted by semicolons or Chinese commas, or else by what people use for them. */
export function termsIn<const Value extends string>(
  terms: Terms<Value>,
  others: Partial<Readonly<Record<Value, readonly string[]>>> = {},
): CellReading {
  const find = termFinder(terms, others);
  const known = termKeys(terms);
  return typed(
    (cell) => (known.has(keyOf(cell)) ? cell : listed(cell, find)),
    (value) => labelsIn(terms, value),
  );
}

/** Several things in one cell. */
export const LIST = typed((cell) => listed(cell, (part) => part));

const PARTING = /[;\uFF1B、|]/;

function listed(cell: string, find: (part: string) => string): string {
  const usual = PARTING.test(cell);
  const written = cell
    .split(usual ? PARTING : /[,\uFF0C/\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found = written.map(find);
  return (usual || written.length < 2) && found.every((part, at) => part === written[at])
    ? cell
    : found.join(';');
}

function termFinder<Value extends string>(
  terms: Terms<Value>,
  others: Partial<Readonly<Record<Value, readonly string[]>>>,
): (cell: string) => string {
  const known = termKeys(terms);
  const alsoKnown = new Map<string, string>();
  for (const [value, names] of Object.entries(others) as [Value, readonly string[]][])
    for (const name of names) alsoKnown.set(keyOf(name), terms[value][0] ?? value);
  return (cell) => (known.has(keyOf(cell)) ? narrow(cell) : (alsoKnown.get(keyOf(cell)) ?? cell));
}

/** Letters and digits of the width that programs know; what people write around them stays. */
function narrow(cell: string): string {
  return cell.replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g, halfWidth);
}

function termKeys<Value extends string>(terms: Terms<Value>): ReadonlyMap<string, Value> {
  const entries = Object.entries(terms) as [Value, readonly string[]][];
  return new Map(
    entries.flatMap(([value, names]) => [value, ...names].map((name) => [keyOf(name), value] as const)),
  );
}

/** The value that a term stands for, however its letters, spaces and signs are written. */
export function valueFinder<const Value extends string>(
  terms: Terms<Value>,
): (term: string) => Value | undefined {
  const known = termKeys(terms);
  return (term) => known.get(keyOf(term));
}

function keyOf(term: string): string {
  return halfWidth(term)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export function labelIn<Value extends string>(terms: Terms<Value>, value: string): Message {
  const names = (terms as Readonly<Record<string, readonly string[]>>)[value];
  return { en: names?.at(-1) ?? value, zh: names?.[0] ?? value };
}

function labelsIn<Value extends string>(terms: Terms<Value>, values: string): Message {
  const labels = values.split(/[,;]/).map((value) => labelIn(terms, value));
  return { en: labels.map(({ en }) => en).join(', '), zh: labels.map(({ zh }) => zh).join('、') };
}
