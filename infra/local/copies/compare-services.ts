import { SERVICES, type ServiceName } from '@qianshou/events';
import { compareCopies, type CopiesReport, type CopyDifference } from '@qianshou/service-kit/copies';
import type { Connection } from '@qianshou/service-kit/mongo';
import { eachService, type Say } from '../each-service.ts';
import { connectToService } from '../service-database.ts';
import { definitionOf, wireService } from '../wired-services.ts';
import type { ShownDifferences } from './differences-table.ts';

export interface Comparison {
  readonly service: ServiceName;
  readonly report: CopiesReport;
  readonly shown: ShownDifferences;
}

export interface CompareOptions {
  readonly rebuild: boolean;
  readonly environment: NodeJS.ProcessEnv;
}

/** Enough to see what is wrong; the rest is counted. */
const MOST_SHOWN = 200;

/** Each with the logs of all others. */
export async function compareServices(
  services: readonly ServiceName[],
  { rebuild, environment }: CompareOptions,
): Promise<readonly Comparison[]> {
  const databases = await connectToAll(environment);
  try {
    return await eachService(
      services,
      (service) => `${rebuild ? 'rebuild' : 'compare'} the copies of ${service}`,
      (service, say) => compareOne(service, databases, { rebuild, say }),
    );
  } finally {
    await Promise.all([...databases.values()].map((database) => database.close()));
  }
}

type Databases = ReadonlyMap<ServiceName, Connection>;

async function connectToAll(environment: NodeJS.ProcessEnv): Promise<Databases> {
  const connected = SERVICES.map(
    async (service) => [service, await connectToService(service, 'copies', environment)] as const,
  );
  return new Map(await Promise.all(connected));
}

async function compareOne(
  service: ServiceName,
  databases: Databases,
  { rebuild, say }: { readonly rebuild: boolean; readonly say: Say },
): Promise<Comparison> {
  const first: CopyDifference[] = [];
  let count = 0;
  const connection = databases.get(service);
  if (connection === undefined) throw new Error(`no database of ${service}`);
  const report = await compareCopies({
    copies: definitionOf(service).copies,
    connection,
    logs: new Map([...databases].filter(([owner]) => owner !== service)),
    wire: (database) => wireService(service, database),
    rebuild,
    onDifference: (difference) => {
      count += 1;
      if (first.length < MOST_SHOWN) first.push(difference);
    },
    onProgress: say,
  });
  return { service, report, shown: { first, count } };
}
