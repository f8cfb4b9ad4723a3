import type { ServiceName } from '@qianshou/events';
import { type Fold, rebuildFigures, type RebuildReport } from '@qianshou/service-kit/figures';
import type { Connection } from '@qianshou/service-kit/mongo';
import { Listr } from 'listr2';
import { foldFundingEvent } from '../../../services/funding/src/messaging/figures.ts';
import { foldPairingEvent } from '../../../services/pairing/src/messaging/figures.ts';
import { foldPersonnelEvent } from '../../../services/personnel/src/messaging/figures.ts';
import { foldStationEvent } from '../../../services/station/src/messaging/figures.ts';
import { foldTrainingEvent } from '../../../services/training/src/messaging/figures.ts';
import { fromTimeToTime, STEPS } from '../progress.ts';
import { connectToService } from '../service-database.ts';

/** What each service's events add to its figures: the same functions with which the services keep them. */
const FOLDS: { readonly [Name in ServiceName]: Fold<Name> } = {
  funding: foldFundingEvent,
  pairing: foldPairingEvent,
  personnel: foldPersonnelEvent,
  station: foldStationEvent,
  training: foldTrainingEvent,
};

export interface Recount {
  readonly service: ServiceName;
  readonly report: RebuildReport;
}

export interface RecountOptions {
  readonly compare: boolean;
  readonly environment: NodeJS.ProcessEnv;
}

/** One service after the other, with progress for whoever waits. The services may run meanwhile. */
export async function recountFigures(
  services: readonly ServiceName[],
  { compare, environment }: RecountOptions,
): Promise<readonly Recount[]> {
  const recounts: Recount[] = [];
  const tasks = services.map((service) => ({
    title: `${compare ? 'compare' : 'recount'} the figures of ${service}`,
    task: async (_context: unknown, task: { output: string }): Promise<void> => {
      const connection = await connectToService(service, 'figures', environment);
      try {
        const say = fromTimeToTime((line) => (task.output = line));
        const onProgress: OnProgress = (events, of) =>
          say(`${events.toLocaleString('en')} of ${of.toLocaleString('en')} events`);
        recounts.push({ service, report: await recount(connection, service, { compare, onProgress }) });
      } finally {
        await connection.close();
      }
    },
  }));
  await new Listr(tasks, STEPS).run();
  return recounts;
}

type OnProgress = (events: number, of: number) => void;

function recount<Name extends ServiceName>(
  connection: Connection,
  service: Name,
  { compare, onProgress }: { readonly compare: boolean; readonly onProgress: OnProgress },
): Promise<RebuildReport> {
  return rebuildFigures<Name>({ connection, service, fold: FOLDS[service], dryRun: compare, onProgress });
}
