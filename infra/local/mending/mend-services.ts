import type { ServiceName } from '@qianshou/events';
import { isByHand, mend, type Mended, names, publicTexts } from '@qianshou/service-kit/mending';
import type { Connection } from '@qianshou/service-kit/mongo';
import { eachService, type Say } from '../each-service.ts';
import { withDatabaseOf } from '../service-database.ts';
import { definitionOf, wireService } from '../wired-services.ts';

export interface MendedService {
  readonly service: ServiceName;
  readonly first: readonly Mended[];
  readonly count: number;
  readonly refused: number;
  /** Left to a person. */
  readonly byHand: number;
}

export interface MendServicesOptions {
  readonly dryRun: boolean;
  readonly environment: NodeJS.ProcessEnv;
}

/** Enough to see what it is about; the rest is counted. */
const MOST_SHOWN = 200;

/** The services may run meanwhile. */
export function mendServices(
  services: readonly ServiceName[],
  { dryRun, environment }: MendServicesOptions,
): Promise<readonly MendedService[]> {
  return eachService(
    services,
    (service) => `${dryRun ? 'look for' : 'mend'} what was left behind in ${service}`,
    (service, say) =>
      withDatabaseOf({ service, appName: 'mend', environment }, (connection) =>
        mendOne(connection, service, { dryRun, say }),
      ),
  );
}

async function mendOne(
  connection: Connection,
  service: ServiceName,
  { dryRun, say }: { readonly dryRun: boolean; readonly say: Say },
): Promise<MendedService> {
  const first: Mended[] = [];
  let [count, refused, byHand] = [0, 0, 0];
  const { mendings = [] } = wireService(service, connection);
  const { publicTexts: fields, names: named, copies } = definitionOf(service);
  const except = Object.values(copies.kept);
  const of = { connection, service, except };
  await mend({
    mendings: [publicTexts({ ...of, fields }), names({ ...of, fields: named }), ...mendings],
    dryRun,
    onMended: (mended) => {
      count += 1;
      if (mended.refused !== null) refused += 1;
      if (isByHand(mended)) byHand += 1;
      if (first.length < MOST_SHOWN) first.push(mended);
      say(`${count} objects`);
    },
  });
  return { service, first, count, refused, byHand };
}
