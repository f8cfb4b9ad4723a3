import { BOOLEAN, DOUBLE, VARCHAR, type DuckDBConnection, type DuckDBInstance } from '@duckdb/node-api';
import type { FoundCells } from './found.ts';
import type { Statement } from './statements.ts';

export interface Reading {
  /** Waits for its turn; given up as soon as nobody waits for the answer any more. */
  readonly ask: (statement: Statement, signal: AbortSignal) => Promise<readonly FoundCells[]>;
  readonly close: () => void;
}

/** Each question uses all cores: more at once would only share them. */
const READERS = 2;

export async function readers(instance: DuckDBInstance): Promise<Reading> {
  const free = await Promise.all(Array.from({ length: READERS }, () => instance.connect()));
  const all = [...free];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  const take = (): Promise<DuckDBConnection> => {
    const connection = free.pop();
    return connection === undefined
      ? new Promise((resolve) => waiting.push(resolve))
      : Promise.resolve(connection);
  };
  const give = (connection: DuckDBConnection): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(connection);
    else next(connection);
  };
  return {
    ask: async (statement, signal) => {
      const connection = await take();
      try {
        signal.throwIfAborted();
        return await run(connection, statement, signal);
      } finally {
        give(connection);
      }
    },
    close: () => all.forEach((connection) => connection.closeSync()),
  };
}

async function run(
  connection: DuckDBConnection,
  { sql, parameters }: Statement,
  signal: AbortSignal,
): Promise<readonly FoundCells[]> {
  const interrupt = (): void => connection.interrupt();
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    const found = await connection.runAndReadAll(sql, [...parameters], parameters.map(typeOfValue));
    return found.getRowObjectsJS();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', interrupt);
  }
}

/** Said with each value: of itself the library takes a whole number for a count of 64 bits, whatever its size. */
const typeOfValue = (value: Statement['parameters'][number]) =>
  ({ boolean: BOOLEAN, number: DOUBLE, string: VARCHAR })[typeof value as 'boolean' | 'number' | 'string'];
