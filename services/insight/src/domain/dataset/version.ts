/** What a column holds. Amounts are bigints; a list is its values in order. */
export type Cell = string | number | bigint | boolean | null | readonly string[];

export type Cells = Readonly<Record<string, Cell>>;

/** A cell that an event alone does not tell: it is made of what the row held before. */
export type MadeOfBefore = (before: Cells) => Cell;

/** What an event changes: some cells of one row, or that the fact does not stand any more. */
export interface RowChange {
  readonly dataset: string;
  readonly key: string;
  readonly cells: Readonly<Record<string, Cell | MadeOfBefore>>;
  readonly gone: boolean;
  /** When the event was told. */
  readonly toldAt: Date;
}

/** A row as it stood from a moment on, until the next version of the same key. */
export interface RowVersion {
  readonly key: string;
  readonly toldAt: Date;
  readonly gone: boolean;
  readonly cells: Cells;
  /** The number of the kept version that it follows; null where that is of the same changes, or there is none. */
  readonly follows: bigint | null;
}

/** What is kept of a row and no other version has followed. */
export interface KeptVersion extends Pick<RowVersion, 'toldAt' | 'cells'> {
  /** Null until it is kept. */
  readonly number: bigint | null;
}

/**
 * The versions that changes of one dataset come to, each beside the one before it. Changes of one key are in the order
 * of their aggregate; a clock that went back does not put a version before the one that it follows.
 */
export function versionsOf(
  latest: ReadonlyMap<string, KeptVersion>,
  changes: readonly RowChange[],
): readonly RowVersion[] {
  const standing = new Map(latest);
  return changes.map(({ key, cells, gone, toldAt }) => {
    const before = standing.get(key);
    const version = {
      key,
      gone,
      cells: madeOf(cells, before?.cells ?? {}),
      toldAt: before !== undefined && before.toldAt > toldAt ? before.toldAt : toldAt,
      follows: before?.number ?? null,
    };
    standing.set(key, { ...version, number: null });
    return version;
  });
}

function madeOf(cells: RowChange['cells'], before: Cells): Cells {
  const told = Object.entries(cells).map(([name, cell]) => [
    name,
    typeof cell === 'function' ? cell(before) : cell,
  ]);
  return { ...before, ...(Object.fromEntries(told) as Cells) };
}
