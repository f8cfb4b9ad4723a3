import type { DuckDBConnection } from '@duckdb/node-api';
import { createLogger } from '@qianshou/service-kit/logging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  const logger = createLogger({ service: 'insight', level: 'silent' });
  const instance = await openStore({ folder: null, memory: '64MB', threads: 1, logger });
  connection = await instance.connect();
});
afterAll(() => connection.closeSync());

describe('the store of insight', () => {
  it.each([
    "SET memory_limit = '8GB'",
    'SET enable_external_access = true',
    'SET lock_configuration = false',
    "SELECT * FROM read_csv('/etc/passwd')",
    "COPY places TO '/tmp/places.csv'",
    "ATTACH '/tmp/other.duckdb'",
    'INSTALL httpfs',
  ])('refuses whatever reaches out of it or loosens it: %s', async (sql) => {
    await expect(connection.run(sql)).rejects.toThrow(/configuration|disabled|external|permission|cannot/i);
  });
});
