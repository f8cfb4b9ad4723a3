import type { ServiceName } from '@qianshou/events';
import { type Fold, rebuildFigures, type RebuildReport } from '@qianshou/service-kit/figures';
import type { Connection } from '@qianshou/service-kit/mongo';
import { foldFundingEvent } from '../../../services/funding/src/messaging/figures.ts';
import { foldPairingEvent } from '../../../services/pairing/src/messaging/figures.ts';
import { foldPartnersEvent } from '../../../services/partners/src/messaging/figures.ts';
import { foldPersonnelEvent } from '../../../services/personnel/src/messaging/figures.ts';
import { foldStationEvent } from '../../../services/station/src/messaging/figures.ts';
import { foldTrainingEvent } from '../../../services/training/src/messaging/figures.ts';
import { eachService } from '../each-service.ts';
import { withDatabaseOf } from '../service-database.ts';

/** What each service's events add to its figures: the same functions with which the services keep them. */
const FOLDS: { readonly [Name in ServiceName]: Fold<Name> } = {
  funding: foldFundingEvent,
  // It owns no facts of which figures could be kept.
  insight: () => [],
  pairing: foldPairingEvent,
  partners: foldPartnersEvent,
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

/** The services may run meanwhile. */
export function recountFigures(
  services: readonly ServiceName[],
  { compare, environment }: RecountOptions,
): Promise<readonly Recount[]> {
  return eachService(
    services,
    (service) => `${compare ? 'compare' : 'recount'} the figures of ${service}`,
    (service, say) =>
      withDatabaseOf({ service, appName: 'figures', environment }, async (connection) => {
        const onProgress: OnProgress = (events, of) =>
          say(`${events.toLocaleString('en')} of ${of.toLocaleString('en')} events`);
        return { service, report: await recount(connection, service, { compare, onProgress }) };
      }),
  );
}

type OnProgress = (events: number, of: number) => void;

function recount<Name extends ServiceName>(
  connection: Connection,
  service: Name,
  { compare, onProgress }: { readonly compare: boolean; readonly onProgress: OnProgress },
): Promise<RebuildReport> {
  return rebuildFigures<Name>({ connection, service, fold: FOLDS[service], dryRun: compare, onProgress });
}
