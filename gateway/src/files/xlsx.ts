import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Cell } from './columns.ts';
import { slicesOf, type Written } from './file.ts';

const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Rows that a sheet can hold, the heading among them. */
export const MOST_ROWS = 1_048_576;

/** A workbook with a frozen heading and a second sheet of how it came about. Texts are texts: no cell is a formula. */
export async function* xlsxOf(written: Written): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    packed.push(piece);
  });
  const taken = (): Uint8Array => Buffer.concat(packed.splice(0));
  for (const [name, text] of PARTS) partOf(zip, name).push(strToU8(text), true);
  const sheet = partOf(zip, 'xl/worksheets/sheet1.xml');
  const { columns, tally } = written;
  sheet.push(strToU8(`${PROLOGUE}<worksheet xmlns="${MAIN}">${FROZEN}<sheetData>${headingRow(columns)}`));
  for await (const items of written.pages)
    for (const slice of slicesOf(items)) {
      const rows = slice.map((item) => columns.map(({ read }) => read(item)));
      tally.count(slice, rows);
      sheet.push(strToU8(rows.map(rowOf).join('')));
      if (packed.length > 0) yield taken();
    }
  sheet.push(strToU8('</sheetData></worksheet>'), true);
  const lines = tally.told().map((line) => rowOf([...line]));
  partOf(zip, 'xl/worksheets/sheet2.xml').push(
    strToU8(`${PROLOGUE}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`),
    true,
  );
  zip.end();
  yield taken();
}

/** Speed before size: whoever waits for a million rows would not notice the tenth that is saved. */
function partOf(zip: Zip, name: string): ZipDeflate {
  const part = new ZipDeflate(name, { level: 1 });
  part.mtime = '2000-01-01T00:00:00';
  zip.add(part);
  return part;
}

function headingRow(columns: Written['columns']): string {
  const cells = columns.map(({ heading }) => `<c s="1" ${textIn(heading)}`);
  return `<row>${cells.join('')}</row>`;
}

function rowOf(cells: readonly Cell[]): string {
  return `<row>${cells.map(cellOf).join('')}</row>`;
}

/** A number of more digits than a spreadsheet keeps stays the text that it is. */
function cellOf(cell: Cell): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c ${textIn(cell)}`;
}

const LONGEST = 32_767;

function textIn(text: string): string {
  return `t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, LONGEST))}</t></is></c>`;
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Controls but tabs, ends of lines and those above ASCII, and the two that are no characters. */
const UNWRITABLE = /[\p{Cc}--[\t\n\r\u007f-\u009f]]|[\ufffe\uffff]/gv;

/** Without what no document in XML may hold. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(UNWRITABLE, '')
    .replaceAll(/[&<>]/g, (mark) => MARKS[mark] ?? mark);
}

const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

const relation = (at: number, type: string, target: string): string =>
  `<Relationship Id="rId${at}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`;

const relations = (inside: string): string =>
  `${PROLOGUE}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;

const override = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}.xml" ContentType="${SHEETML}.${type}+xml"/>`;

const STYLES = [
  '<fonts count="2"><font/><font><b/></font></fonts>',
  '<fills count="1"><fill/></fills><borders count="1"><border/></borders>',
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs>',
].join('');

const PARTS: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `${PROLOGUE}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${override('worksheets/sheet1', 'worksheet')}${override('worksheets/sheet2', 'worksheet')}</Types>`,
  ],
  ['_rels/.rels', relations(relation(1, 'officeDocument', 'xl/workbook.xml'))],
  [
    'xl/workbook.xml',
    `${PROLOGUE}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="\u6570\u636E data" sheetId="1" r:id="rId1"/><sheet name="\u51FA\u5904 provenance" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    relations(
      [
        relation(1, 'worksheet', 'worksheets/sheet1.xml'),
        relation(2, 'worksheet', 'worksheets/sheet2.xml'),
        relation(3, 'styles', 'styles.xml'),
      ].join(''),
    ),
  ],
  ['xl/styles.xml', `${PROLOGUE}<styleSheet xmlns="${MAIN}">${STYLES}</styleSheet>`],
];
