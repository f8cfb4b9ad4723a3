import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for the data of servers that live as long as their test: where the test run says, which may be memory. */
export function serversFolder(prefix: string): Promise<string> {
  return mkdtemp(join(process.env['QIANSHOU_TEST_DATA'] ?? tmpdir(), prefix));
}
