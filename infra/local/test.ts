import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from './checks.ts';
import { runCommandLine } from './command.ts';
import { playFirstStart } from './first-start.ts';
import { interruption } from './interruption.ts';
import { LOCAL } from './places.ts';
import { removeFoldersOfDeadRuns, type RunFolder, runFolder } from './run-folder.ts';
import { endLeftovers, provideKafka, provideMongod } from './servers/index.ts';
import { NOTHING, plus, readTally, summaryLine, type Tally } from './tally.ts';
import { runVitest, type TestServers } from './vitest-run.ts';

const WITH_FIRST_START = '--with-first-start';

/** The whole system runs beside its own tests only: idle, its processes would take a sixth of two cores from the others. */
const RUNS = [['unit', 'server', 'broker'], ['supergraph']] as const;

/**
 * `npm test`: the checks, then every test on one real mongod and one real Kafka of this run.
 * `npm test -- <filter>`: only the tests whose file matches, without the checks.
 * `npm test -- --with-first-start`: all of it, and then `npm start -- --once` on an empty database, as CI does.
 */
await runCommandLine(async () => {
  const [withStart, filters] = readArguments(process.argv.slice(2));
  const interrupted = interruption();
  mkdirSync(LOCAL, { recursive: true });
  await clearLeftovers();
  const checks = filters.length === 0 ? tallyOf(await runChecks()) : NOTHING;
  if (interrupted.aborted) return 130;
  const tests = await runTests(filters, interrupted);
  const started = withStart && !interrupted.aborted ? await playFirstStart(interrupted) : NOTHING;
  const total = plus(plus(checks, tests), started);
  console.log(summaryLine(total));
  return interrupted.aborted || total.failed > 0 || tests.passed === 0 ? 1 : 0;
});

function readArguments(args: readonly string[]): readonly [boolean, readonly string[]] {
  return [args.includes(WITH_FIRST_START), args.filter((arg) => arg !== WITH_FIRST_START)];
}

async function runTests(filters: readonly string[], interrupted: AbortSignal): Promise<Tally> {
  const folder = runFolder();
  try {
    return await onServers(folder, async (servers) => {
      let total = NOTHING;
      for (const projects of RUNS) {
        if (interrupted.aborted) break;
        const report = join(folder.path, `report-${projects[0]}.json`);
        const run = { projects, filters, servers, report, data: folder.data, interrupted };
        total = plus(total, readTally(report, await runVitest(run)));
      }
      return total;
    });
  } finally {
    folder.remove();
  }
}

async function onServers(
  { data }: RunFolder,
  work: (servers: TestServers) => Promise<Tally>,
): Promise<Tally> {
  console.log('\nStarting mongod and Kafka for the tests …');
  const report = (line: string): void => console.log(line);
  const starting = [
    provideMongod({ dir: join(data, 'mongod'), report }),
    provideKafka({ dir: join(data, 'kafka'), report }),
  ] as const;
  try {
    const [mongod, kafka] = await Promise.all(starting);
    return await work({ mongodbUri: mongod.uri, kafkaBrokers: kafka.brokers });
  } finally {
    // Also when only one of the two came up.
    for (const server of await Promise.allSettled(starting)) {
      if (server.status === 'fulfilled') await server.value.stop();
    }
    // Tests start servers and services too; one that was killed could not end its own.
    await endLeftovers();
  }
}

async function clearLeftovers(): Promise<void> {
  const ended = await endLeftovers();
  if (ended.length > 0) console.log(`Ended what an earlier run left behind: ${ended.join(', ')}`);
  removeFoldersOfDeadRuns();
}

function tallyOf(checks: readonly { readonly ok: boolean }[]): Tally {
  const passed = checks.filter(({ ok }) => ok).length;
  return { passed, failed: checks.length - passed, skipped: 0 };
}
