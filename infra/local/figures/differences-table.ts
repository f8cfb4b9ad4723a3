import type { FigureDifference } from '@qianshou/service-kit/figures';
import Table from 'cli-table3';

/** Enough to see what is wrong; the rest is counted. */
const MOST_ROWS = 50;

/** Region or period, figure, what was kept, what the events come to. */
export function differencesTable(differing: readonly FigureDifference[]): string {
  const table = new Table({ head: ['of', 'figure', 'kept', 'counted'], style: { head: [], border: [] } });
  for (const { key, figure, kept, counted } of differing.slice(0, MOST_ROWS)) {
    table.push([key, figure, String(kept), String(counted)]);
  }
  const rest = differing.length - MOST_ROWS;
  return rest > 0 ? `${table.toString()}\nand ${rest} more` : table.toString();
}
