import { badInput, type Change, type Recorded } from '@qianshou/kernel';
import { type Agency, calledBy } from '../agency/agency.ts';
import { requireStanding } from '../application/eligibility.ts';
import type { WorkerId } from '../ids.ts';
import type { AgencyGrown, TraineesNamed } from '../pairing/pairing-events.ts';
import type { Pairing } from '../pairing/pairing.ts';
import type { GrowthDay } from '../pairing/struck-parts.ts';
import { agencyGrownElsewhere, agencyNotGrownHere, grownIsParty } from './growth-errors.ts';
import { requireWork } from './work-span.ts';

const MOST_TRAINEES = 200;

/** PAIR-10: the recipient side names whom the pairing trains; naming again replaces the list. */
export function nameTrainees(
  pairing: Pairing,
  workerIds: readonly WorkerId[],
  recorded: Recorded | null = null,
): Change<Pairing, TraineesNamed> {
  const working = requireWork(pairing);
  const traineeIds = [...new Set(workerIds)];
  if (traineeIds.length > MOST_TRAINEES)
    throw badInput({
      field: 'workerIds',
      reason: { en: `name at most ${MOST_TRAINEES}`, zh: `最多 ${MOST_TRAINEES} 人` },
    });
  return {
    state: { ...working, traineeIds, traineeNamings: namings(pairing, traineeIds, recorded) },
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

/** Whoever was named before keeps who named them. */
function namings(
  { traineeNamings = [], traineeIds }: Pairing,
  named: readonly WorkerId[],
  recorded: Recorded | null,
) {
  const kept = traineeNamings.filter(({ workerId }) => named.includes(workerId));
  const added = named.filter((workerId) => !traineeIds.includes(workerId));
  return [...kept, ...added.map((workerId) => ({ workerId, recorded }))];
}

/** PAIR-9: an agency counts once, and only where it is at home: growing others is not what a pairing is for. */
export function recordGrownAgency(
  pairing: Pairing,
  agency: Agency,
  countedBy: CountedBy,
  growth: Omit<GrowthDay, 'agencyId'>,
): Change<Pairing, AgencyGrown> {
  const working = requireWork(pairing);
  const { agenciesGrown, growthDays } = pairing;
  requireGrowable(pairing, agency, countedBy);
  return {
    state: {
      ...working,
      agenciesGrown: [...agenciesGrown, agency.id],
      growthDays: [...growthDays, { agencyId: agency.id, ...growth }],
    },
    events: [
      { type: 'pairing.agency-grown', pairingId: pairing.id, agencyId: agency.id, grownOn: growth.on },
    ],
  };
}

export type CountedBy = Pick<Pairing, 'id' | 'pairNo'> | null;

/** Of the county, at work, no side of the pairing, and counted nowhere yet. */
export function requireGrowable(pairing: Pairing, agency: Agency, countedBy: CountedBy): void {
  const { countyCode, agenciesGrown } = pairing;
  requireStanding(agency, 'DISPATCHING');
  if (agency.homeRegionCode !== countyCode || agenciesGrown.includes(agency.id))
    throw agencyNotGrownHere({ ...calledBy(agency), countyCode });
  if (agency.id === pairing.dispatchingAgencyId || agency.id === pairing.recipientAgencyId)
    throw grownIsParty(calledBy(agency));
  if (countedBy !== null)
    throw agencyGrownElsewhere({ ...calledBy(agency), pairingId: countedBy.id, pairNo: countedBy.pairNo });
}
