import { Listr, type ListrTask } from 'listr2';
import { TIMER } from '../progress.ts';
import { isStopping, requireFree, requireOpen, type Report, type WantedPort } from '../servers/index.ts';
import type { Settings } from './settings.ts';
import type { System } from './system.ts';

/** Starts everything, as much as possible at once, and shows what takes how long. */
export async function bringUp(system: System): Promise<void> {
  await together([
    { title: 'MongoDB', run: system.startMongod },
    { title: 'Kafka', run: system.startKafka },
  ]);
  await together(system.processes.map((name) => ({ title: name, run: () => system.startProcess(name) })));
}

interface Step {
  readonly title: string;
  readonly run: (report: Report) => Promise<void>;
}

/** Fails with the first failure; what fails after it, because all is being stopped, is no news. */
async function together(steps: readonly Step[]): Promise<void> {
  const failure = Promise.withResolvers<never>();
  let failed = false;
  const tasks = steps.map(({ title, run }): ListrTask => ({
    title,
    task: async (_context, task) => {
      await run((line) => (task.output = line)).catch((error: unknown) => {
        if (failed || isStopping()) return task.skip(`${title}: stopped`);
        failed = true;
        failure.reject(error);
        throw new Error('failed, see below');
      });
    },
  }));
  await Promise.race([new Listr(tasks, OPTIONS).run(), failure.promise]);
  requireOpen();
}

const OPTIONS = {
  concurrent: true,
  exitOnError: false,
  registerSignalListeners: false,
  rendererOptions: { timer: TIMER, showErrorMessage: false, collapseErrors: true },
  fallbackRenderer: 'simple',
  fallbackRendererOptions: { timer: TIMER },
} as const;

/** What this run will listen on, so that a conflict is told before anything is started. */
export async function requirePorts({ ports, mongodPort, kafkaPort }: Settings): Promise<void> {
  const ofProcesses = Object.entries(ports).flatMap(([name, { graphql, health }]): WantedPort[] => [
    { port: graphql, purpose: name, setting: 'GATEWAY_PORT', instead: ports.gateway.graphql + 1_000 },
    {
      port: health,
      purpose: `health of ${name}`,
      setting: 'GATEWAY_PORT',
      instead: ports.gateway.graphql + 1_000,
    },
  ]);
  await requireFree([...ofProcesses, ...ofMongod(mongodPort), ...ofKafka(kafkaPort)]);
}

function ofMongod(port: number): readonly WantedPort[] {
  if (process.env['MONGODB_URI'] !== undefined) return [];
  return [{ port, purpose: 'MongoDB', setting: 'MONGOD_PORT', instead: port + 1_000 }];
}

function ofKafka(port: number): readonly WantedPort[] {
  if (process.env['KAFKA_BROKERS'] !== undefined) return [];
  const instead = port + 1_000;
  return [
    { port, purpose: 'Kafka', setting: 'KAFKA_PORT', instead },
    { port: port + 1, purpose: 'Kafka controller', setting: 'KAFKA_PORT', instead },
  ];
}
