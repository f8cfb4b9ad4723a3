import type { EventData } from '@qianshou/events';
import { removeCentreWorker } from '../../domain/centre/guidance-centre.ts';
import { removeStaff } from '../../domain/station/station-preparation.ts';
import { changeStaff } from './change-staff.ts';
import type { Ports } from '../ports.ts';
import type { SavingPorts } from './save-station.ts';

type Ended = EventData<'qianshou.personnel.posting-ended.v1'>;

/** STA-6, STA-11: who left no longer counts. */
export const onPostingEnded =
  (ports: SavingPorts & Pick<Ports, 'centres'>) =>
  async ({ postingId, stationId, centreId }: Ended): Promise<void> => {
    if (stationId !== null) {
      await changeStaff(ports)(stationId, (station) => removeStaff(station, postingId));
    }
    const { centres } = ports;
    if (centreId !== null) await centres.save(removeCentreWorker(await centres.get(centreId), postingId));
  };
