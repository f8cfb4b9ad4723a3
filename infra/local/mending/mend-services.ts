import type { ServiceName } from '@qianshou/events';
import { mend, type Mended, publicTexts } from '@qianshou/service-kit/mending';
import { Listr } from 'listr2';
import { fromTimeToTime, STEPS } from '../progress.ts';
import { connectToService } from '../service-database.ts';
import { definitionOf, wireService } from '../wired-services.ts';

export interface MendedService {
  readonly service: ServiceName;
  readonly first: readonly Mended[];
  readonly count: number;
  readonly refused: number;
}

export interface MendServicesOptions {
  readonly dryRun: boolean;
  readonly environment: NodeJS.ProcessEnv;
}

/** Enough to see what it is about; the rest is counted. */
const MOST_SHOWN = 200;

/** One service after the other, with progress for whoever waits. The services may run meanwhile. */
export async function mendServices(
  services: readonly ServiceName[],
  options: MendServicesOptions,
): Promise<readonly MendedService[]> {
  const all: MendedService[] = [];
  const tasks = services.map((service) => ({
    title: `${options.dryRun ? 'look for' : 'mend'} what was left behind in ${service}`,
    task: async (_context: unknown, task: { output: string }): Promise<void> => {
      const say = fromTimeToTime((line) => (task.output = line));
      all.push(await mendOne(service, options, say));
    },
  }));
  await new Listr(tasks, STEPS).run();
  return all;
}

async function mendOne(
  service: ServiceName,
  { dryRun, environment }: MendServicesOptions,
  say: (line: string) => void,
): Promise<MendedService> {
  const connection = await connectToService(service, 'mend', environment);
  const first: Mended[] = [];
  let [count, refused] = [0, 0];
  try {
    const { mendings = [] } = wireService(service, connection);
    const { publicTexts: fields, copies } = definitionOf(service);
    const except = Object.values(copies.kept);
    await mend({
      mendings: [publicTexts({ connection, service, fields, except }), ...mendings],
      dryRun,
      onMended: (mended) => {
        count += 1;
        if (mended.refused !== null) refused += 1;
        if (first.length < MOST_SHOWN) first.push(mended);
        say(`${count} objects`);
      },
    });
  } finally {
    await connection.close();
  }
  return { service, first, count, refused };
}
