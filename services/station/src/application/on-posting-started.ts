import type { EventData } from '@qianshou/events';
import { addCentreWorker } from '../domain/guidance-centre.ts';
import type { StaffRole } from '../domain/station.ts';
import { addStaff } from '../domain/station-preparation.ts';
import type { Ports } from './ports.ts';

type Started = EventData<'qianshou.personnel.posting-started.v1'>;

const STAFF_ROLES: readonly string[] = ['STATION_HEAD', 'DEPUTY_HEAD', 'RESIDENT'] satisfies StaffRole[];

/** STA-6, STA-11: somebody on duty is what STAFF and a guidance centre are made of. */
export const onPostingStarted =
  ({ stations, centres }: Pick<Ports, 'stations' | 'centres'>) =>
  async ({ postingId, stationId, centreId, role }: Started): Promise<void> => {
    if (stationId !== null && isStaffRole(role)) {
      await stations.save(addStaff(await stations.get(stationId), { postingId, role }));
    }
    if (centreId !== null && role === 'CENTRE_WORKER') {
      await centres.save(addCentreWorker(await centres.get(centreId), postingId));
    }
  };

function isStaffRole(role: string): role is StaffRole {
  return STAFF_ROLES.includes(role);
}
