import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type TakenOver = EventData<'qianshou.station.taken-over.v1'>;

/** FUN-4: a station's first fact, which brings its passed check along; no award can wait for it yet. */
export const onStationTakenOver =
  ({ stations }: Pick<Ports, 'stations'>) =>
  ({ stationId, countyCode, operatorAgencyId, checkId }: TakenOver): Promise<void> =>
    stations.takeOver({ id: stationId, countyCode, operatorAgencyId, acceptanceCheckId: checkId });
