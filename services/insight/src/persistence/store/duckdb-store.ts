import type { DuckDBInstance } from '@duckdb/node-api';
import { chinaDay } from '@qianshou/kernel';
import type { InsightStore, Known } from '../../application/question/ports.ts';
import { tooManyGroups } from '../../domain/errors.ts';
import { append, latestOf, type Writing } from './appending.ts';
import { groupOf, rowOf } from './found.ts';
import { openStore, type StoreSettings } from './open-store.ts';
import { type Reading, readers } from './readers.ts';
import { countStatement, groupsStatement, MOST_GROUPS, rowsStatement } from './statements.ts';
import { stateOf, type StoreState } from './store-state.ts';

interface Opened extends Writing {
  readonly instance: DuckDBInstance;
  readonly reading: Reading;
}

/** The store in a DuckDB file: one writer, few readers, nothing of the outside, statements of our own alone. */
export function duckdbStore(settings: StoreSettings): InsightStore {
  let opening: Promise<Opened> | null = null;
  let state: StoreState | null = null;
  const opened = async (): Promise<Opened> => {
    const store = await (opening ??= open(settings));
    state = store.state;
    return store;
  };
  return {
    epoch: async () => (await opened()).state.epoch,
    places: async () => [...(await opened()).state.places.values()],
    latest: async (dataset, keys) => latestOf(await opened(), dataset, keys),
    append: async (versions, places, toldUpTo) => append(await opened(), versions, { places, toldUpTo }),
    known: async () => knownOf((await opened()).state),
    sizeOf: (dataset) => state?.sizes.get(dataset) ?? 0,
    groups: async (question, { scope, signal }) => {
      const found = await (await opened()).reading.ask(groupsStatement(question, scope), signal);
      if (found.length > MOST_GROUPS) throw tooManyGroups({ most: MOST_GROUPS });
      return found.map((row) => groupOf(row, question));
    },
    rows: async (question, { scope, signal, from }) => {
      const found = await (await opened()).reading.ask(rowsStatement(question, scope, from), signal);
      return found.map((row) => rowOf(row, question));
    },
    countRows: async (question, { scope, signal }) => {
      const [found] = await (await opened()).reading.ask(countStatement(question, scope), signal);
      return Number(found?.['found'] ?? 0);
    },
    close: async () => {
      if (opening === null) return;
      const { writer, instance, reading } = await opening;
      opening = null;
      reading.close();
      writer.closeSync();
      instance.closeSync();
    },
  };
}

async function open(settings: StoreSettings): Promise<Opened> {
  const instance = await openStore(settings);
  const writer = await instance.connect();
  return { instance, writer, reading: await readers(instance), state: await stateOf(writer) };
}

function knownOf({ places, toldUpTo, toldFrom }: StoreState): Known {
  const position = [...places.values()].reduce((sum, { next }) => sum + Number(next), 0);
  return { position, toldUpTo, from: toldFrom === null ? null : chinaDay(toldFrom) };
}
