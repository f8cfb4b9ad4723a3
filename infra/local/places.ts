import { join } from 'node:path';

/** The folder of the clone. */
export const REPOSITORY = join(import.meta.dirname, '..', '..');

/** All that this machine keeps of the product: data, downloads, keys, logs. Ignored by git; deleting it is safe. */
export const LOCAL = join(REPOSITORY, '.local');

/** Downloads survive `--fresh`, and may be shared by several clones. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['QIANSHOU_CACHE'] ?? join(LOCAL, 'cache');
}
