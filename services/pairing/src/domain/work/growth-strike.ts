import { type Change, struckAlready, struckOut } from '@qianshou/kernel';
import type { AgencyId, WorkerId } from '../ids.ts';
import type { GrowthStruck, TraineeStruck } from '../pairing/pairing-events.ts';
import type { Pairing } from '../pairing/pairing.ts';
import type { Mistake } from './corrections.ts';
import { grownNotCounted, traineeNotNamed } from './errors.ts';
import { isBegun, requireBegun } from './work-span.ts';

/** As long as the pairing is not over: what it was judged by stays. */
export function hasGrowthToStrike(pairing: Pairing): boolean {
  return isBegun(pairing) && pairing.agenciesGrown.length > 0;
}

export function hasTraineeToStrike(pairing: Pairing): boolean {
  return isBegun(pairing) && pairing.traineeIds.length > 0;
}

/** PAIR-9: the agency counts here no more, and may be recorded anew, here or with the pairing that grew it. */
export function strikeGrownAgency(
  pairing: Pairing,
  agencyId: AgencyId,
  { reason, evidence = null, today }: Mistake,
): Change<Pairing, GrowthStruck> {
  const struck = struckOut(reason, today, evidence);
  const begun = requireBegun(pairing);
  const { agenciesGrown, growthDays, growthStruck } = pairing;
  if (!agenciesGrown.includes(agencyId)) {
    const earlier = growthStruck.findLast((each) => each.agencyId === agencyId);
    throw earlier === undefined
      ? grownNotCounted({ pairNo: pairing.pairNo })
      : struckAlready({ on: earlier.on });
  }
  const isOther = (each: { readonly agencyId: AgencyId }): boolean => each.agencyId !== agencyId;
  const grownOn = growthDays.find((each) => !isOther(each))?.on ?? null;
  return {
    state: {
      ...begun,
      agenciesGrown: agenciesGrown.filter((id) => id !== agencyId),
      growthDays: growthDays.filter(isOther),
      growthStruck: [...growthStruck, { agencyId, ...struck }],
    },
    events: [{ type: 'pairing.agency-growth-struck', pairingId: pairing.id, agencyId, grownOn }],
  };
}

/** PAIR-10: named by mistake, and so never a trainee of this pairing. */
export function strikeTrainee(
  pairing: Pairing,
  workerId: WorkerId,
  { reason, evidence = null, today }: Mistake,
): Change<Pairing, TraineeStruck> {
  const struck = struckOut(reason, today, evidence);
  const begun = requireBegun(pairing);
  const { traineeIds: before, traineesStruck } = pairing;
  if (!before.includes(workerId)) {
    const earlier = traineesStruck.findLast((each) => each.workerId === workerId);
    throw earlier === undefined
      ? traineeNotNamed({ pairNo: pairing.pairNo })
      : struckAlready({ on: earlier.on });
  }
  const traineeIds = before.filter((id) => id !== workerId);
  const counts = { traineesBefore: before.length, trainees: traineeIds.length };
  return {
    state: { ...begun, traineeIds, traineesStruck: [...traineesStruck, { workerId, ...struck }] },
    events: [{ type: 'pairing.trainee-struck', pairingId: pairing.id, ...counts }],
  };
}
