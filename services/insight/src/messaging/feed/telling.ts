import type { EventData, EventType } from '@qianshou/events';
import type { Cell, RowChange } from '../../domain/dataset/version.ts';

/** What is known of an event beside its data. */
export interface Telling {
  /** The day in China on which it was told. */
  readonly day: string;
  /** The worker's id of insight's own. */
  readonly alias: (workerId: string) => string;
}

/** What an event makes of a row. */
export interface Told {
  readonly dataset: string;
  readonly key: string;
  readonly cells?: RowChange['cells'];
  readonly gone?: true;
}

/** Which events feed the datasets; each row is fed by one aggregate, so that its order is that of the log. */
export type Feed = { readonly [Type in EventType]?: (data: EventData<Type>, telling: Telling) => Told };

export const row = (dataset: string, key: string, cells: RowChange['cells']): Told => ({
  dataset,
  key,
  cells,
});

export const gone = (dataset: string, key: string): Told => ({ dataset, key, gone: true });

/** Cells that an older event does not tell keep what they are. */
export function known(cells: Readonly<Record<string, Cell | undefined>>): Readonly<Record<string, Cell>> {
  return Object.fromEntries(
    Object.entries(cells).filter((entry): entry is [string, Cell] => entry[1] !== undefined),
  );
}
