import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { whenAborted } from './interruption.ts';
import { REPOSITORY } from './places.ts';

export interface TestServers {
  readonly mongodbUri: string;
  readonly kafkaBrokers: string;
}

export interface VitestRun {
  /** Of vitest.config.ts. */
  readonly projects: readonly string[];
  readonly filters: readonly string[];
  readonly servers: TestServers;
  /** Where the JSON report goes. */
  readonly report: string;
  /** Where tests keep the data of servers of their own. */
  readonly data: string;
  readonly interrupted: AbortSignal;
}

/** @returns vitest's exit code. */
export function runVitest({
  projects,
  filters,
  servers,
  report,
  data,
  interrupted,
}: VitestRun): Promise<number> {
  const vitest = join(REPOSITORY, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.flatMap((name) => ['--project', name]);
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--passWithNoTests', ...chosen, ...reporters, ...filters],
    {
      cwd: REPOSITORY,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        QIANSHOU_TEST_MONGODB_URI: servers.mongodbUri,
        QIANSHOU_TEST_KAFKA_BROKERS: servers.kafkaBrokers,
        QIANSHOU_TEST_FOLDER: dirname(report),
        QIANSHOU_TEST_DATA: data,
        QIANSHOU_STORY_FILE: join(dirname(report), 'story.json'),
      },
    },
  );
  void whenAborted(interrupted).then(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
