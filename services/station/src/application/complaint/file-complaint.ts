import { type Actor, type CalendarDate, chinaDay } from '@qianshou/kernel';
import {
  type Complaint,
  type ComplaintInput,
  MOST_COMPLAINTS_A_DAY,
  MOST_COMPLAINTS_OF_ONE,
  MOST_FIRST_COMPLAINTS_A_DAY,
  receiveComplaint,
} from '../../domain/complaint/complaint.ts';
import { complaintLimitOfCallerReached, complaintLimitReached } from '../../domain/complaint/errors.ts';
import type { StationId } from '../../domain/ids.ts';
import type { PlaceTaker } from './ports.ts';
import type { Ports } from '../ports.ts';
import { rulesOfCounty } from '../county/rules-of-county.ts';

type Deps = Pick<Ports, 'stations' | 'complaints' | 'countyPolicies' | 'unitOfWork' | 'clock' | 'newId'>;

export interface FileComplaintInput extends Omit<ComplaintInput, 'id' | 'tookPlace'> {
  readonly stationId: StationId;
}

/** By anybody, without an account: so many a day for each station. Who signed in has places that strangers cannot take. */
export const fileComplaint =
  (deps: Deps) =>
  ({ stationId, ...input }: FileComplaintInput, caller: Actor): Promise<Complaint> =>
    deps.unitOfWork.run(async () => {
      const station = await deps.stations.get(stationId);
      const today = chinaDay(deps.clock.now());
      const { complaintDays: days } = (await rulesOfCounty(deps)(station.countyCode))(today);
      const stated = { ...input, id: deps.newId('cmp'), tookPlace: isStranger(caller) };
      const received = receiveComplaint(stated, station, { days, today });
      await takePlace(deps, { stationId, today, caller });
      return deps.complaints.save(received);
    });

interface Filing {
  readonly stationId: StationId;
  readonly today: CalendarDate;
  readonly caller: Actor;
}

/**
 * Who signed in takes places of their own. A stranger takes one of the station's and one of the place they come from:
 * the first from there is taken when others have used up what is meant for strangers, so that one who sends many closes
 * the way for nobody else.
 */
async function takePlace({ complaints }: Deps, { stationId, today, caller }: Filing): Promise<void> {
  const taker = takerOf(caller);
  const own = taker === null ? null : await complaints.takePlace(stationId, today, taker);
  const ofOne = MOST_COMPLAINTS_OF_ONE;
  if (own !== null && own > ofOne) throw complaintLimitOfCallerReached({ most: ofOne });
  if (!isStranger(caller)) return;
  const most = own === 1 ? MOST_FIRST_COMPLAINTS_A_DAY : MOST_COMPLAINTS_A_DAY;
  if ((await complaints.takePlace(stationId, today, 'STRANGERS')) > most)
    throw complaintLimitReached({ most });
}

function isStranger({ subject }: Actor): boolean {
  return subject === null;
}

/** Nobody of whom it is known neither who they are nor where they come from. */
function takerOf({ subject, origin }: Actor): PlaceTaker | null {
  if (subject !== null) return { subject };
  return origin === undefined ? null : { origin };
}
