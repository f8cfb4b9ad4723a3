import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDateValue,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';
import type { LogPlace } from '../../application/question/ports.ts';
import { type Field, toldFields } from '../../domain/dataset/dataset.ts';
import { datasetOf } from '../../domain/dataset/datasets.ts';
import type { Cell, KeptVersion, RowVersion } from '../../domain/dataset/version.ts';
import { quoted } from './columns.ts';
import { cellOf } from './found.ts';
import { noteMoments, placeKey, type StoreState, timestampOf } from './store-state.ts';

export interface Writing {
  readonly writer: DuckDBConnection;
  readonly state: StoreState;
}

export interface Progress {
  readonly places: readonly LogPlace[];
  readonly toldUpTo: Date | null;
}

export async function latestOf(
  { writer }: Writing,
  dataset: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KeptVersion>> {
  if (keys.length === 0) return new Map();
  const places = keys.map((_key, at) => `$${at + 1}`).join(', ');
  const sql = `SELECT * FROM ${quoted(dataset)} WHERE row_key IN (${places}) QUALIFY row_number() OVER (PARTITION BY row_key ORDER BY rid DESC) = 1`;
  const rows = (await writer.runAndReadAll(sql, [...keys])).getRowObjectsJS();
  return new Map(rows.map((row) => [row['row_key'] as string, versionOf(dataset, row)]));
}

function versionOf(dataset: string, row: Readonly<Record<string, unknown>>): KeptVersion {
  const cells = toldFields(datasetOf(dataset)).map(([name, { kind }]) => [name, cellOf(row[name], kind)]);
  return {
    number: row['rid'] as bigint,
    toldAt: row['told_at'] as Date,
    cells: Object.fromEntries(cells) as Record<string, Cell>,
  };
}

/** Versions and places together, or neither. */
export async function append(
  { writer, state }: Writing,
  versions: ReadonlyMap<string, readonly RowVersion[]>,
  { places, toldUpTo }: Progress,
): Promise<void> {
  const lastId = state.lastId;
  await writer.run('BEGIN');
  try {
    const grown = new Map<string, number>();
    for (const [dataset, ofDataset] of versions)
      grown.set(dataset, await appendVersions({ writer, state }, dataset, ofDataset));
    for (const place of places) await notePlace(writer, place);
    const noted = await noteMoments(writer, state, [...versions.values()].flat(), toldUpTo);
    await writer.run('COMMIT');
    noted();
    for (const [dataset, rows] of grown) state.sizes.set(dataset, (state.sizes.get(dataset) ?? 0) + rows);
    for (const place of places) state.places.set(placeKey(place), place);
  } catch (error) {
    await writer.run('ROLLBACK').catch(() => undefined);
    state.lastId = lastId;
    throw error;
  }
}

async function notePlace(writer: DuckDBConnection, { topic, partition, next }: LogPlace): Promise<void> {
  await writer.run('DELETE FROM places WHERE topic = $1 AND part = $2', [topic, partition]);
  await writer.run('INSERT INTO places VALUES ($1, $2, $3)', [topic, partition, next]);
}

/** @returns how many rows are there that were not. */
async function appendVersions(
  { writer, state }: Writing,
  dataset: string,
  versions: readonly RowVersion[],
): Promise<number> {
  const fields = toldFields(datasetOf(dataset));
  const numbers = new Map<string, bigint>();
  const rows = await writer.createAppender(dataset);
  const past = await writer.createAppender(`${dataset}_past`);
  let grown = 0;
  for (const version of versions) {
    state.lastId += 1n;
    const followed = numbers.get(version.key) ?? version.follows;
    if (followed === null) grown += 1;
    else appendPast(past, followed, version.toldAt);
    numbers.set(version.key, state.lastId);
    appendVersion(rows, state.lastId, version, fields);
  }
  rows.closeSync();
  past.closeSync();
  return grown;
}

function appendPast(past: DuckDBAppender, rid: bigint, toldAt: Date): void {
  past.appendBigInt(rid);
  past.appendTimestamp(timestampOf(toldAt));
  past.endRow();
}

function appendVersion(
  rows: DuckDBAppender,
  rid: bigint,
  { key, toldAt, gone, cells }: RowVersion,
  fields: ReturnType<typeof toldFields>,
): void {
  rows.appendBigInt(rid);
  rows.appendVarchar(key);
  rows.appendTimestamp(timestampOf(toldAt));
  rows.appendBoolean(gone);
  for (const [name, { kind }] of fields) appendCell(rows, cells[name] ?? null, kind);
  rows.endRow();
}

type Append = (rows: DuckDBAppender, cell: never) => void;

const asText: Append = (rows, cell: string) => rows.appendVarchar(cell);
const asWhole: Append = (rows, cell: number | bigint) => rows.appendBigInt(BigInt(cell));

const APPEND: Readonly<Record<Field['kind'], Append>> = {
  CODE: asText,
  ID: asText,
  NAME: asText,
  REGION: asText,
  LIST: (rows, cell: readonly string[]) => rows.appendList(listValue([...cell]), LIST(VARCHAR)),
  DAY: (rows, cell: string) => rows.appendDate(dateOf(cell)),
  COUNT: asWhole,
  FEN: asWhole,
  NUMBER: (rows, cell: number) => rows.appendDouble(cell),
  FLAG: (rows, cell: boolean) => rows.appendBoolean(cell),
};

function appendCell(rows: DuckDBAppender, cell: Cell, kind: Field['kind']): void {
  if (cell === null) rows.appendNull();
  else APPEND[kind](rows, cell as never);
}

const DAY_MS = 86_400_000;

function dateOf(day: string): DuckDBDateValue {
  return new DuckDBDateValue(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}
