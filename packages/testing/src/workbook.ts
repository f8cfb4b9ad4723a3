import { strToU8, zipSync } from 'fflate';

/** A cell of a workbook: text, a number, a day that is shown as one, or yes and no. */
export type WorkbookCell = string | number | boolean | { readonly day: number } | null;

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
}

/** An .xlsx file as spreadsheet programs write it: texts apart, days as numbers with a format, empty cells left out. */
export function workbook(...sheets: readonly WorkbookSheet[]): Buffer {
  const texts = new Map<string, number>();
  const parts: Record<string, string> = {};
  for (const [at, { rows }] of sheets.entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(rows, texts);
  return packed({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    ...parts,
    'xl/workbook.xml': workbookXml(sheets.map(({ name }) => name)),
    'xl/_rels/workbook.xml.rels': relationsXml(sheets.length),
    'xl/styles.xml': xml(
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>',
    ),
    'xl/sharedStrings.xml': xml(
      `<sst>${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ),
  });
}

/** Any parts in a container of workbooks: for what no spreadsheet program would write. */
export function packed(parts: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );
}

function xml(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`;
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return xml(`<workbook><workbookPr/><sheets>${sheets.join('')}</sheets></workbook>`);
}

function relationsXml(sheets: number): string {
  const targets = Array.from(
    { length: sheets },
    (_, at) => `<Relationship Id="rId${at + 1}" Type="worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return xml(`<Relationships>${targets.join('')}</Relationships>`);
}

function sheetXml(rows: WorkbookSheet['rows'], texts: Map<string, number>): string {
  const lines = rows.map((cells, at) => {
    const filled = cells.map((cell, column) => cellXml(cell, `${letterOf(column)}${at + 1}`, texts));
    return `<row r="${at + 1}">${filled.join('')}</row>`;
  });
  return xml(`<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`);
}

function cellXml(cell: WorkbookCell, place: string, texts: Map<string, number>): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'object') return `<c r="${place}" s="1"><v>${cell.day}</v></c>`;
  if (!texts.has(cell)) texts.set(cell, texts.size);
  return `<c r="${place}" t="s"><v>${texts.get(cell)}</v></c>`;
}

function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? '' : letterOf(rest - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
