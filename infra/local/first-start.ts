import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { whenAborted } from './interruption.ts';
import { cacheFolder, LOCAL, REPOSITORY } from './places.ts';
import { freePort, requireFree } from './servers/index.ts';
import { SetupError } from './setup-error.ts';
import { NOTHING, type Tally } from './tally.ts';

/** Many times what it takes on an idle machine. */
const AT_MOST_MS = 15 * 60_000;
const MOST_TRIES = 50;
/** From the gateway's port up to the health port of the last service. */
const SPAN = 106;

/**
 * The first thing that a person does with a clone: `npm start -- --once`, without any data of before. On ports and in a
 * folder of its own, beside whatever runs here; only the downloads are shared.
 */
export async function playFirstStart(interrupted: AbortSignal): Promise<Tally> {
  const folder = join(LOCAL, `test-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  console.log('\nnpm start -- --once, on an empty database …');
  try {
    const code = await start(folder, interrupted);
    console.log(code === 0 ? 'the first start works' : `the first start FAILED (exit code ${code})`);
    return { ...NOTHING, ...(code === 0 ? { passed: 1 } : { failed: 1 }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(folder: string, interrupted: AbortSignal): Promise<number> {
  const {
    MONGODB_URI: _database,
    KAFKA_BROKERS: _brokers,
    QIANSHOU_STORY_FILE: _story,
    ...inherited
  } = process.env;
  const child = spawn('npm', ['start', '--silent', '--', '--once'], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...inherited, ...(await ownPorts()), QIANSHOU_LOCAL: folder, QIANSHOU_CACHE: cacheFolder() },
  });
  const tooLate = setTimeout(() => child.kill('SIGTERM'), AT_MOST_MS);
  void whenAborted(interrupted).then(() => child.kill('SIGTERM'));
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    clearTimeout(tooLate);
  }
}

async function ownPorts(): Promise<NodeJS.ProcessEnv> {
  const [mongod, kafka] = [await freePort(), await freeRow(2)];
  return {
    MONGOD_PORT: `${mongod}`,
    KAFKA_PORT: `${kafka}`,
    GATEWAY_PORT: `${await freeRow(SPAN)}`,
  };
}

/** The first of so many ports in a row that nobody holds. */
async function freeRow(length: number): Promise<number> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const first = await freePort();
    const row = Array.from({ length }, (_, at) => first + at);
    const wanted = row.map((port) => ({ port, purpose: 'a first start', setting: '', instead: 0 }));
    if (
      await requireFree(wanted).then(
        () => true,
        () => false,
      )
    )
      return first;
  }
  throw new SetupError(`No ${length} free ports in a row were found.`, ['stop programs that hold them']);
}
