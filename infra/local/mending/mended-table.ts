import { isByHand, type Mended } from '@qianshou/service-kit/mending';
import Table from 'cli-table3';

/** Kind, which object, what it was, what it becomes; the rest is counted. */
export function mendedTable(first: readonly Mended[], count: number): string {
  const table = new Table({
    head: ['kind', 'id', 'was', 'becomes', 'refused'],
    style: { head: [], border: [] },
  });
  for (const mended of first) {
    const { kind, id, was, becomes, byHand, refused } = mended;
    table.push([kind, id, was, isByHand(mended) ? `unchanged; ${byHand ?? ''}` : becomes, refused ?? '']);
  }
  const rest = count - first.length;
  return rest > 0 ? `${table.toString()}\nand ${rest} more` : table.toString();
}
