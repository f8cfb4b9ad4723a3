import { chinaDay } from '@qianshou/kernel';
import {
  type Complaint,
  type ComplaintInput,
  MOST_COMPLAINTS_A_DAY,
  receiveComplaint,
} from '../domain/complaint.ts';
import { complaintLimitReached } from '../domain/complaint-errors.ts';
import type { StationId } from '../domain/ids.ts';
import type { Ports } from './ports.ts';
import { rulesOfCounty } from './rules-of-county.ts';

type Deps = Pick<Ports, 'stations' | 'complaints' | 'countyPolicies' | 'unitOfWork' | 'clock' | 'newId'>;

export interface FileComplaintInput extends Omit<ComplaintInput, 'id'> {
  readonly stationId: StationId;
}

/** By anybody, without an account; so many a day for each station. */
export const fileComplaint =
  ({ stations, complaints, countyPolicies, unitOfWork, clock, newId }: Deps) =>
  ({ stationId, ...input }: FileComplaintInput): Promise<Complaint> =>
    unitOfWork.run(async () => {
      const station = await stations.get(stationId);
      const today = chinaDay(clock.now());
      const rulesOn = await rulesOfCounty({ countyPolicies })(station.countyCode);
      const { complaintDays: days } = rulesOn(today);
      const received = receiveComplaint({ ...input, id: newId('cmp') }, station, { days, today });
      const most = MOST_COMPLAINTS_A_DAY;
      if (!(await complaints.takePlace(stationId, today, most))) throw complaintLimitReached({ most });
      return complaints.save(received);
    });
