import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchGatewayCpu } from '../../gateway/bench/gateway-cpu.bench.ts';
import { benchAuditLog } from '../../packages/service-kit/bench/audit-log.bench.ts';
import { benchLedgers } from '../../services/funding/bench/ledger.bench.ts';
import { benchMessaging } from '../../packages/service-kit/bench/messaging.bench.ts';
import { atMost, measured, type Measurement, tableOf } from './bench/measurement.ts';
import { measureCommands } from './bench/measure-commands.ts';
import { measureMoney } from './bench/measure-money.ts';
import { measureCountry, measureNation } from './bench/measure-nation.ts';
import { measurePeople } from './bench/measure-people.ts';
import { measureSystem } from './bench/measure-system.ts';
import { runCommandLine } from './command.ts';
import { LOCAL } from './places.ts';
import { endOwnChildren, startKafka, startMongod, stopOwnChildren } from './servers/index.ts';
import { SetupError } from './setup-error.ts';

const REPORT = join(LOCAL, 'bench.json');

interface Part {
  readonly title: string;
  readonly measure: (folder: string) => Promise<readonly Measurement[]>;
}

/** Milliseconds of the gateway's CPU for a question of one object, of a scorecard, of a page. */
const CPU_GOALS = { small: 0.2, medium: 0.5, large: 3.5 } as const;

const PARTS: Readonly<Record<string, Part>> = {
  system: { title: 'the whole system on empty data', measure: measureSystem },
  commands: { title: 'commands that compete, through the gateway', measure: measureCommands },
  money: { title: 'payments, through the gateway', measure: measureMoney },
  ledgers: { title: 'journals of 1,000,000 entries', measure: ledgers },
  messaging: { title: 'messaging', measure: messaging },
  audit: { title: 'an audit log of 1,000,000 entries', measure: auditLog },
  gateway: { title: 'gateway CPU beside a plain Apollo gateway', measure: gatewayCpu },
  country: { title: 'a file of 41,000 stations', measure: measureCountry },
  people: { title: '100,000 people, 20,000 classes, 400,000 places', measure: measurePeople },
  nation: { title: 'the nation loaded: 2,168 stations, 1,000,000 service records', measure: measureNation },
};

/**
 * `npm run bench`: what is measured, as a table and as JSON; `npm run bench -- nation` measures one part. A missed goal
 * is said, never hidden; it fails nothing.
 */
await runCommandLine(async () => {
  const folder = join(LOCAL, `bench-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // A story played for a measurement leaves the personas of a running system alone.
  process.env['QIANSHOU_STORY_FILE'] = join(folder, 'story.json');
  try {
    const measurements: Measurement[] = [];
    for (const [name, { title, measure }] of wanted(process.argv.slice(2))) {
      console.log(`Measuring ${title} …`);
      measurements.push(...(await measure(join(folder, name))));
      await endOwnChildren();
    }
    report(measurements);
    return 0;
  } finally {
    await stopOwnChildren();
    rmSync(folder, { recursive: true, force: true });
  }
});

function wanted(names: readonly string[]): readonly (readonly [string, Part])[] {
  const unknown = names.filter((name) => PARTS[name] === undefined);
  if (unknown.length > 0)
    throw new SetupError(`There is no part ${unknown.join(', ')}.`, [
      `parts: ${Object.keys(PARTS).join(', ')}; none named: all of them`,
    ]);
  return Object.entries(PARTS).filter(([name]) => names.length === 0 || names.includes(name));
}

async function messaging(folder: string): Promise<readonly Measurement[]> {
  const mongod = await startMongod({ dir: join(folder, 'mongod') });
  const kafka = await startKafka({ dir: join(folder, 'kafka') });
  return benchMessaging({ mongodUri: mongod.uri, brokers: kafka.brokers.split(',') });
}

async function auditLog(folder: string): Promise<readonly Measurement[]> {
  const mongod = await startMongod({ dir: join(folder, 'mongod') });
  const { entries, sealSeconds, verifySeconds, proofMs } = await benchAuditLog(mongod.uri, 1_000_000);
  return [
    measured('audit entries that find their place in the tree', entries / sealSeconds, '1/s'),
    atMost('1,000,000 audit entries verified', verifySeconds, 60, 's'),
    measured('proof of one of 1,000,000 entries', proofMs, 'ms'),
  ];
}

async function ledgers(folder: string): Promise<readonly Measurement[]> {
  const mongod = await startMongod({ dir: join(folder, 'mongod') });
  const { entries, rebuildSeconds, differenceFen, broken } = await benchLedgers(mongod.uri, 200, 5_000);
  const told = entries.toLocaleString('en');
  return [
    atMost(`${told} journal entries replayed and compared`, rebuildSeconds, 60, 's'),
    atMost('of them the difference in all accounts and sources', Number(differenceFen), 0, 'fen'),
    atMost('of them the broken chains', broken, 0, 'journals'),
  ];
}

async function gatewayCpu(): Promise<readonly Measurement[]> {
  const results = await benchGatewayCpu();
  return results.flatMap(({ size, ratio, ours, plain, perSecond }) => [
    atMost(`gateway CPU a ${size} request`, ours / 1_000, CPU_GOALS[size], 'ms'),
    besidePlain(size, ratio, `of it beside a plain one (${Math.round(ours)} : ${Math.round(plain)} µs)`),
    measured(`${size} requests a second, gateway and subgraphs on one machine`, perSecond, '1/s'),
  ]);
}

/** The goal was set for the scorecard. */
function besidePlain(size: string, ratio: number, what: string): Measurement {
  return size === 'medium' ? atMost(what, ratio, 0.6, 'ratio') : measured(what, ratio, 'ratio');
}

function report(measurements: readonly Measurement[]): void {
  const [cpu] = cpus();
  const machine = {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
    at: new Date().toISOString(),
  };
  console.log(`\n${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}`);
  console.log(tableOf(measurements));
  writeFileSync(REPORT, `${JSON.stringify({ machine, measurements }, null, 2)}\n`);
  console.log(`The same as JSON: ${REPORT}`);
}
