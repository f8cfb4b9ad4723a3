import type { EventData } from '@qianshou/events';
import { addCentreWorker } from '../../domain/centre/guidance-centre.ts';
import type { StaffRole } from '../../domain/station/staff.ts';
import { addStaff } from '../../domain/station/station-preparation.ts';
import { changeStaff } from './change-staff.ts';
import type { Ports } from '../ports.ts';
import type { SavingPorts } from './save-station.ts';

type Started = EventData<'qianshou.personnel.posting-started.v1'>;

const STAFF_ROLES: readonly string[] = ['STATION_HEAD', 'DEPUTY_HEAD', 'RESIDENT'] satisfies StaffRole[];

/** STA-6, STA-11: somebody on duty is what STAFF and a guidance centre are made of. */
export const onPostingStarted =
  (ports: SavingPorts & Pick<Ports, 'centres'>) =>
  async ({ postingId, stationId, centreId, role }: Started): Promise<void> => {
    if (stationId !== null && isStaffRole(role)) {
      await changeStaff(ports)(stationId, (station) => addStaff(station, { postingId, role }));
    }
    if (centreId !== null && role === 'CENTRE_WORKER') {
      const { centres } = ports;
      await centres.save(addCentreWorker(await centres.get(centreId), postingId));
    }
  };

function isStaffRole(role: string): role is StaffRole {
  return STAFF_ROLES.includes(role);
}
