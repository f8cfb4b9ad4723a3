/** STA-12: fewer persons than these could be recognised in a village; ours. */
export const LEAST_PERSONS = 5;

/** What stands in no sum of everybody's: services of one station and month, of one domain and method, for one group. */
export interface ServiceCell {
  readonly domain: string;
  readonly method: string;
  /** Null: for everybody, which points at nobody. */
  readonly group: string | null;
}

export type Counts = Readonly<Record<string, number>>;
type Sum = Readonly<Record<'records' | 'persons' | 'minutes', number>>;

const MEASURES = ['records', 'persons', 'minutes'] as const;
/** The names of a cell's figures, of its station and month. */
export function cellFigures({ domain, method, group }: ServiceCell, sum: Sum): Counts {
  return named(`${CELL}${domain}/${method}/${group ?? ''}:`, sum);
}

/** The figures of a month by dimension, as their names begin. */
export function monthFigures({ domain, method, group }: ServiceCell, sum: Sum, prefix = ''): Counts {
  return {
    ...named(prefix, sum),
    ...named(`${prefix}${domain}:`, sum),
    ...named(`${prefix}${method}:`, sum),
    ...(group === null ? {} : named(`${prefix}${group}:`, sum)),
  };
}

/** How the figures begin that everybody sees. */
export const SHOWN = 'shown:';

/**
 * What of a station's month everybody sees, in every sum above it as well: all but the cells of a group with fewer
 * than five persons. They are in no public sum whatever, so that no difference of public sums brings them back.
 */
export function shownServices(figures: Readonly<Record<string, number | bigint>>) {
  const inPeriod: Record<string, number> = {};
  const ever: Record<string, number> = {};
  for (const [cell, sum] of cellsOf(figures)) {
    const isShown = cell.group === null || sum.persons >= LEAST_PERSONS;
    add(inPeriod, isShown ? monthFigures(cell, sum, SHOWN) : { withheld: 1 });
    add(ever, isShown ? named(SHOWN, sum) : { withheld: 1 });
  }
  return { inPeriod, ever };
}

const CELL = 'cell:';

function cellsOf(
  figures: Readonly<Record<string, number | bigint>>,
): readonly (readonly [ServiceCell, Sum])[] {
  const names = Object.keys(figures).filter((name) => name.startsWith(CELL) && name.endsWith(':records'));
  return names.flatMap((name) => {
    const cell = name.slice(0, -'records'.length);
    const [domain = '', method = '', group = ''] = cell.slice(CELL.length, -1).split('/');
    const read = (measure: string): number => Number(figures[`${cell}${measure}`] ?? 0);
    const sum = { records: read('records'), persons: read('persons'), minutes: read('minutes') };
    const counted = sum.records > 0;
    return counted ? [[{ domain, method, group: group === '' ? null : group }, sum] as const] : [];
  });
}

function named(prefix: string, sum: Sum): Counts {
  return Object.fromEntries(MEASURES.map((measure) => [`${prefix}${measure}`, sum[measure]]));
}

function add(into: Record<string, number>, counts: Counts): void {
  for (const [name, value] of Object.entries(counts)) into[name] = (into[name] ?? 0) + value;
}
