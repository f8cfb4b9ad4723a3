import type { EventData } from '@qianshou/events';
import { removeCentreWorker } from '../domain/guidance-centre.ts';
import { removeStaff } from '../domain/station-preparation.ts';
import type { Ports } from './ports.ts';

type Ended = EventData<'qianshou.personnel.posting-ended.v1'>;

/** STA-6, STA-11: who left no longer counts. */
export const onPostingEnded =
  ({ stations, centres }: Pick<Ports, 'stations' | 'centres'>) =>
  async ({ postingId, stationId, centreId }: Ended): Promise<void> => {
    if (stationId !== null) await stations.save(removeStaff(await stations.get(stationId), postingId));
    if (centreId !== null) await centres.save(removeCentreWorker(await centres.get(centreId), postingId));
  };
