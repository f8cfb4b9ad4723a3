import { type Actor, type CalendarDate, chinaDay } from '@qianshou/kernel';
import {
  type Complaint,
  type ComplaintInput,
  MOST_COMPLAINTS_A_DAY,
  MOST_COMPLAINTS_OF_ONE,
  receiveComplaint,
} from '../domain/complaint.ts';
import { complaintLimitOfCallerReached, complaintLimitReached } from '../domain/complaint-errors.ts';
import type { StationId } from '../domain/ids.ts';
import type { Ports } from './ports.ts';
import { rulesOfCounty } from './rules-of-county.ts';

type Deps = Pick<Ports, 'stations' | 'complaints' | 'countyPolicies' | 'unitOfWork' | 'clock' | 'newId'>;

export interface FileComplaintInput extends Omit<ComplaintInput, 'id'> {
  readonly stationId: StationId;
}

/** By anybody, without an account: so many a day for each station. Who signed in has places that strangers cannot take. */
export const fileComplaint =
  (deps: Deps) =>
  ({ stationId, ...input }: FileComplaintInput, { subject }: Actor): Promise<Complaint> =>
    deps.unitOfWork.run(async () => {
      const station = await deps.stations.get(stationId);
      const today = chinaDay(deps.clock.now());
      const { complaintDays: days } = (await rulesOfCounty(deps)(station.countyCode))(today);
      const received = receiveComplaint({ ...input, id: deps.newId('cmp') }, station, { days, today });
      await takePlace(deps, { stationId, today, subject });
      return deps.complaints.save(received);
    });

interface Filing {
  readonly stationId: StationId;
  readonly today: CalendarDate;
  readonly subject: string | null;
}

async function takePlace({ complaints }: Deps, { stationId, today, subject }: Filing): Promise<void> {
  const most = subject === null ? MOST_COMPLAINTS_A_DAY : MOST_COMPLAINTS_OF_ONE;
  if (await complaints.takePlace(stationId, today, { subject, most })) return;
  throw subject === null ? complaintLimitReached({ most }) : complaintLimitOfCallerReached({ most });
}
