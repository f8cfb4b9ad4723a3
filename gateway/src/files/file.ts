import type { Column } from './columns.ts';
import type { Tally } from './provenance.ts';

/** What a file is written of. Rows come a page at a time and are forgotten once they are written. */
export interface Written {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly pages: AsyncIterable<readonly unknown[]>;
  /** How it came about, for files that say so. */
  readonly tally: Tally;
}

/** Rows that are written before others have their turn of the event loop. */
export const AT_ONCE = 500;

export function* slicesOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += AT_ONCE) yield items.slice(from, from + AT_ONCE);
}
