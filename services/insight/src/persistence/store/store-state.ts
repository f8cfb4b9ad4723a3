import { type DuckDBConnection, DuckDBTimestampValue } from '@duckdb/node-api';
import type { LogPlace } from '../../application/question/ports.ts';
import { STORED } from '../../domain/dataset/datasets.ts';
import type { RowVersion } from '../../domain/dataset/version.ts';
import { pastOf, quoted } from './columns.ts';

/** What is known of the store without asking it: the writer is the only one who changes it. */
export interface StoreState {
  readonly epoch: string;
  readonly places: Map<string, LogPlace>;
  /** About how many rows each dataset has. */
  readonly sizes: Map<string, number>;
  toldFrom: Date | null;
  toldUpTo: Date | null;
  lastId: bigint;
}

export async function stateOf(connection: DuckDBConnection): Promise<StoreState> {
  const about = await read(connection, 'SELECT name, value FROM about');
  const said = new Map(about.map((row) => [row['name'] as string, row['value'] as string]));
  const places = await read(connection, 'SELECT topic, part, next FROM places');
  const state: StoreState = {
    epoch: said.get('epoch') ?? '',
    places: new Map(places.map((row) => placed(row))),
    sizes: new Map(),
    toldFrom: momentOf(said.get('told_from')),
    toldUpTo: momentOf(said.get('told_up_to')),
    lastId: 0n,
  };
  for (const { name } of STORED) await measure(connection, state, name);
  return state;
}

async function measure(connection: DuckDBConnection, state: StoreState, name: string): Promise<void> {
  const sql = `SELECT count(*) - (SELECT count(*) FROM ${pastOf(name)}) AS size, coalesce(max(rid), 0) AS last FROM ${quoted(name)}`;
  const [row] = await read(connection, sql);
  state.sizes.set(name, Number(row?.['size'] ?? 0));
  const last = (row?.['last'] as bigint | undefined) ?? 0n;
  if (last > state.lastId) state.lastId = last;
}

/** Between which moments the store tells: with the versions, in their transaction. */
export async function noteMoments(
  connection: DuckDBConnection,
  state: StoreState,
  versions: readonly RowVersion[],
  toldUpTo: Date | null,
): Promise<() => void> {
  const moments = versions.map(({ toldAt }) => toldAt.getTime());
  const from = earlier(state.toldFrom, moments.length === 0 ? null : new Date(Math.min(...moments)));
  const upTo = later(state.toldUpTo, toldUpTo);
  await note(connection, 'told_from', from);
  await note(connection, 'told_up_to', upTo);
  return () => {
    state.toldFrom = from;
    state.toldUpTo = upTo;
  };
}

async function note(connection: DuckDBConnection, name: string, moment: Date | null): Promise<void> {
  if (moment === null) return;
  await connection.run('DELETE FROM about WHERE name = $1', [name]);
  await connection.run('INSERT INTO about VALUES ($1, $2)', [name, moment.toISOString()]);
}

export function placeKey({ topic, partition }: Pick<LogPlace, 'topic' | 'partition'>): string {
  return `${topic}/${partition}`;
}

export function timestampOf(moment: Date): DuckDBTimestampValue {
  return new DuckDBTimestampValue(BigInt(moment.getTime()) * 1_000n);
}

async function read(
  connection: DuckDBConnection,
  sql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

function placed(row: Readonly<Record<string, unknown>>): readonly [string, LogPlace] {
  const place = {
    topic: row['topic'] as string,
    partition: Number(row['part']),
    next: row['next'] as bigint,
  };
  return [placeKey(place), place];
}

function momentOf(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
