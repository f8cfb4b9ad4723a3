import { badInput, type CalendarDate, type Change } from '@qianshou/kernel';
import { type Agency, calledBy } from '../agency/agency.ts';
import { requireStanding } from '../application/eligibility.ts';
import type { WorkerId } from '../ids.ts';
import type { AgencyGrown, TraineesNamed } from '../pairing/pairing-events.ts';
import type { Pairing } from '../pairing/pairing.ts';
import { agencyGrownElsewhere, agencyNotGrownHere, grownIsParty } from './errors.ts';
import { requireWork } from './work-span.ts';

const MOST_TRAINEES = 200;

/** PAIR-10: the recipient side names whom the pairing trains; naming again replaces the list. */
export function nameTrainees(
  pairing: Pairing,
  workerIds: readonly WorkerId[],
): Change<Pairing, TraineesNamed> {
  const working = requireWork(pairing);
  const traineeIds = [...new Set(workerIds)];
  if (traineeIds.length > MOST_TRAINEES)
    throw badInput({
      field: 'workerIds',
      reason: { en: `name at most ${MOST_TRAINEES}`, zh: `最多 ${MOST_TRAINEES} 人` },
    });
  return {
    state: { ...working, traineeIds },
    events: [
      {
        type: 'pairing.trainees-named',
        pairingId: pairing.id,
        traineesBefore: pairing.traineeIds.length,
        trainees: traineeIds.length,
      },
    ],
  };
}

/** PAIR-9: an agency counts once, and only where it is at home: growing others is not what a pairing is for. */
export function recordGrownAgency(
  pairing: Pairing,
  agency: Agency,
  countedBy: Pick<Pairing, 'id' | 'pairNo'> | null,
  today: CalendarDate,
): Change<Pairing, AgencyGrown> {
  const working = requireWork(pairing);
  const { countyCode, agenciesGrown, growthDays } = pairing;
  requireStanding(agency, 'DISPATCHING');
  if (agency.homeRegionCode !== countyCode || agenciesGrown.includes(agency.id))
    throw agencyNotGrownHere({ ...calledBy(agency), countyCode });
  if (agency.id === pairing.dispatchingAgencyId || agency.id === pairing.recipientAgencyId)
    throw grownIsParty(calledBy(agency));
  if (countedBy !== null)
    throw agencyGrownElsewhere({ ...calledBy(agency), pairingId: countedBy.id, pairNo: countedBy.pairNo });
  return {
    state: {
      ...working,
      agenciesGrown: [...agenciesGrown, agency.id],
      growthDays: [...growthDays, { agencyId: agency.id, on: today }],
    },
    events: [{ type: 'pairing.agency-grown', pairingId: pairing.id, agencyId: agency.id, grownOn: today }],
  };
}
