import { join, resolve } from 'node:path';

/** The folder of the clone. */
export const REPOSITORY = join(import.meta.dirname, '..', '..');

/**
 * All that this machine keeps of the product: data, downloads, keys, logs. Ignored by git. QIANSHOU_LOCAL names another
 * folder: a second system from one clone, or data on another disk.
 */
export const LOCAL = resolve(process.env['QIANSHOU_LOCAL'] ?? join(REPOSITORY, '.local'));

/** Downloads survive `--fresh`, and may be shared by several clones. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['QIANSHOU_CACHE'] ?? join(LOCAL, 'cache');
}
