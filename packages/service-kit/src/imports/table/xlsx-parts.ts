import { importWorkbookBroken, importWorkbookTooLarge } from '../errors.ts';
import { type Archive, piecesOf } from './xlsx-archive.ts';
import { readWhole } from './xml.ts';

const MEBIBYTE = 1024 * 1024;
const LARGEST_TEXTS = 64 * MEBIBYTE;
/** What the texts of a workbook may take in memory: a sheet refers to them by number, so all of them are held. */
const MOST_TEXTS = 500_000;
const MOST_CHARACTERS = 16 * MEBIBYTE;
/** Excel's own limit of a cell. */
const LONGEST_TEXT = 32_767;

export interface Sheet {
  readonly name: string;
  readonly part: string;
  /** Days are counted from 1904 in workbooks of old Macs. */
  readonly from1904: boolean;
}

/** What cells refer to: shared texts, and the styles that make a number a day. */
export interface CellTexts {
  readonly shared: readonly string[];
  readonly dayStyles: ReadonlySet<number>;
}

/** The sheets that people see, in their order. */
export async function sheetsOf(archive: Archive): Promise<readonly Sheet[]> {
  const targets = await relationsOf(archive);
  const found: { readonly name: string; readonly id: string; readonly hidden: boolean }[] = [];
  let from1904 = false;
  await readPart(archive, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    if (name !== 'sheet') return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const hidden = !['visible', undefined].includes(attributes['state']);
    found.push({ name: attributes['name'] ?? '', id, hidden });
  });
  const visible = found.some(({ hidden }) => !hidden) ? found.filter(({ hidden }) => !hidden) : found;
  const sheets = visible.flatMap(({ name, id }) => {
    const part = targets.get(id);
    return part === undefined || !archive.has(part) ? [] : [{ name, part, from1904 }];
  });
  if (sheets.length === 0) throw importWorkbookBroken();
  return sheets;
}

async function relationsOf(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await readPart(archive, 'xl/_rels/workbook.xml.rels', (name, { Id: id, Target: target }) => {
    if (name === 'Relationship' && id !== undefined && target !== undefined)
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  });
  return targets;
}

async function readPart(
  archive: Archive,
  part: string,
  opened: (name: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  const nothing = (): void => undefined;
  const pieces = piecesOf(await archive.open(part, 8 * MEBIBYTE));
  await readWhole(pieces, { opened, closed: nothing, text: nothing });
}

export async function cellTexts(archive: Archive): Promise<CellTexts> {
  return { shared: await sharedTexts(archive), dayStyles: await dayStylesOf(archive) };
}

async function sharedTexts(archive: Archive): Promise<readonly string[]> {
  const part = 'xl/sharedStrings.xml';
  if (!archive.has(part)) return [];
  const texts: string[] = [];
  let characters = 0;
  const reader = textReader('si', (text) => {
    characters += text.length;
    if (texts.length >= MOST_TEXTS || characters > MOST_CHARACTERS)
      throw importWorkbookTooLarge({ most: LARGEST_TEXTS });
    texts.push(text);
  });
  await readWhole(piecesOf(await archive.open(part, LARGEST_TEXTS)), reader);
  return texts;
}

/** Gathers the text of an element: of its runs, but not how Japanese readers would say it. */
export function textReader(element: string, done: (text: string) => void) {
  let text: string | null = null;
  let inText = false;
  let silent = false;
  return {
    opened: (name: string): void => {
      if (name === element) text = '';
      else if (name === 'rPh') silent = true;
      else if (name === 't') inText = !silent;
    },
    text: (piece: string): void => {
      if (text !== null && inText && text.length <= LONGEST_TEXT) text += piece;
    },
    closed: (name: string): void => {
      if (name === 't') inText = false;
      else if (name === 'rPh') silent = false;
      else if (name === element && text !== null) {
        done(unescaped(text.slice(0, LONGEST_TEXT + 1)));
        text = null;
      }
    },
  };
}

/** How workbooks write characters that XML has no place for. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

async function dayStylesOf(archive: Archive): Promise<ReadonlySet<number>> {
  const part = 'xl/styles.xml';
  const days = new Set<number>();
  if (!archive.has(part)) return days;
  const formats = new Map<number, string>();
  let styles = -1;
  let inCellStyles = false;
  await readWhole(piecesOf(await archive.open(part, 8 * MEBIBYTE)), {
    opened: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inCellStyles = true;
      if (name !== 'xf' || !inCellStyles) return;
      styles += 1;
      if (isDay(Number(numFmtId), formats)) days.add(styles);
    },
    closed: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
    text: () => undefined,
  });
  return days;
}

/** The formats of days that need no code: those of all languages, and those of Chinese and Japanese. */
const DAY_FORMATS: readonly (readonly [from: number, to: number])[] = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58],
];

function isDay(format: number, formats: ReadonlyMap<number, string>): boolean {
  const code = formats.get(format);
  if (code === undefined) return DAY_FORMATS.some(([from, to]) => format >= from && format <= to);
  const plain = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[yd]/i.test(plain) && !/general/i.test(plain);
}
