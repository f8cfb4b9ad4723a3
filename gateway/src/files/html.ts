import type { Cell, Column } from './columns.ts';
import { slicesOf, type Written } from './file.ts';

/** A page that reads without scripts: a chart of the first rows, the table, and how it came about. */
export async function* htmlOf({ title, columns, pages, tally }: Written): AsyncGenerator<string> {
  yield `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style><h1>${escaped(title)}</h1>`;
  let charted = false;
  for await (const items of pages) {
    const rows = items.map((item) => columns.map(({ read }) => read(item)));
    if (!charted) yield `${chartOf(columns, rows)}${headOf(columns)}`;
    charted = true;
    for (const slice of slicesOf(rows)) yield slice.map(rowOf).join('');
    tally.count(items, rows);
  }
  if (!charted) yield headOf(columns);
  const told = tally.told().map(([name, value]) => `<dt>${escaped(name)}<dd>${escaped(String(value ?? ''))}`);
  yield `</tbody></table><dl>${told.join('')}</dl></html>\n`;
}

const STYLE =
  'body{font:15px/1.5 system-ui,"Noto Sans SC",sans-serif;margin:2rem;max-width:80rem}table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.25rem .5rem;text-align:left}th{background:#eee;position:sticky;top:0}td.n{text-align:right}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap}';

function headOf(columns: readonly Column[]): string {
  const cells = columns.map(({ heading }) => `<th>${escaped(heading)}`);
  return `<table><thead><tr>${cells.join('')}</thead><tbody>`;
}

function rowOf(cells: readonly Cell[]): string {
  return `<tr>${cells.map((cell) => `<td${typeof cell === 'number' ? ' class="n"' : ''}>${escaped(String(cell ?? ''))}`).join('')}`;
}

const BARS = 30;
const WIDTH = 400;
const HEIGHT = 22;

/** A bar for each of the first rows: its first number, named by its first text. */
function chartOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const at = columns.findIndex(({ type }) => type === 'NUMBER');
  const label = labelIn(columns);
  if (at === -1 || label === -1) return '';
  const shown = rows
    .slice(0, BARS)
    .map((row) => ({ name: String(row[label] ?? ''), value: Number(row[at] ?? 0) }));
  const most = Math.max(1e-9, ...shown.map(({ value }) => Math.abs(value)));
  const bars = shown.map(({ name, value }, line) => {
    const long = Math.round((Math.abs(value) / most) * WIDTH);
    const y = line * HEIGHT;
    return `<text x="190" y="${y + 15}" text-anchor="end">${escaped(name.slice(0, 24))}</text><rect x="200" y="${y + 3}" width="${long}" height="16" fill="#4472c4"/><text x="${206 + long}" y="${y + 15}">${value}</text>`;
  });
  return `<figure><figcaption>${escaped(columns[at]?.heading ?? '')}</figcaption><svg width="720" height="${shown.length * HEIGHT}" role="img" font-size="13">${bars.join('')}</svg></figure>`;
}

/** A name where there is one, for whoever does not know the codes. */
function labelIn(columns: readonly Column[]): number {
  const named = columns.findIndex(({ name, type }) => type === 'TEXT' && /name$/i.test(name));
  return named === -1 ? columns.findIndex(({ type }) => type === 'TEXT') : named;
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
}
