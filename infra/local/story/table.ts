import Table from 'cli-table3';

/** Text stands left; what is counted stands right. */
export type Cell = string | { readonly content: string; readonly hAlign: 'right' };

const WITHOUT_LINES = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

export function right(value: string | number): Cell {
  return { content: typeof value === 'number' ? value.toLocaleString('en-US') : value, hAlign: 'right' };
}

/** No colours, the table goes into logs as well; no lines between rows, a table should fit on a screen. */
export function drawTable(title: string, rows: readonly (readonly Cell[])[]): string {
  const table = new Table({ style: { head: [], border: [] }, chars: WITHOUT_LINES });
  for (const row of rows) table.push([...row]);
  return `${title}\n${table.toString()}`;
}

/** A table within a chapter, under its lines. */
export function indented(table: string): string {
  return table.replace(/^/gm, '     ');
}
