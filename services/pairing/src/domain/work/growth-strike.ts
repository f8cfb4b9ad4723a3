import { type Change, type Recorded, struckAlready, struckOut } from '@qianshou/kernel';
import type { AgencyId, WorkerId } from '../ids.ts';
import type { GrowthStruck, TraineeStruck } from '../pairing/pairing-events.ts';
import type { Pairing } from '../pairing/pairing.ts';
import type { Mistake } from '../reference/corrections.ts';
import { grownNotCounted, traineeNotNamed } from './growth-errors.ts';
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
  requireGrown(pairing, agencyId);
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
  const { traineeIds: before, traineesStruck, traineeNamings = [] } = pairing;
  requireNamed(pairing, workerId);
  const traineeIds = before.filter((id) => id !== workerId);
  const counts = { traineesBefore: before.length, trainees: traineeIds.length };
  return {
    state: {
      ...begun,
      traineeIds,
      traineeNamings: traineeNamings.filter((each) => each.workerId !== workerId),
      traineesStruck: [...traineesStruck, { workerId, ...struck }],
    },
    events: [{ type: 'pairing.trainee-struck', pairingId: pairing.id, ...counts }],
  };
}

export function requireGrown({ pairNo, agenciesGrown, growthStruck }: Pairing, agencyId: AgencyId): void {
  if (agenciesGrown.includes(agencyId)) return;
  const earlier = growthStruck.findLast((each) => each.agencyId === agencyId);
  throw earlier === undefined ? grownNotCounted({ pairNo }) : struckAlready({ on: earlier.on });
}

export function requireNamed({ pairNo, traineeIds, traineesStruck }: Pairing, workerId: WorkerId): void {
  if (traineeIds.includes(workerId)) return;
  const earlier = traineesStruck.findLast((each) => each.workerId === workerId);
  throw earlier === undefined ? traineeNotNamed({ pairNo }) : struckAlready({ on: earlier.on });
}

/** Whether it stands in the list, and who put it there. */
export interface GrowthEntry {
  readonly stands: boolean;
  readonly recorded: Recorded | null;
}

export function growthEntry({ agenciesGrown, growthDays }: Pairing, agencyId: AgencyId): GrowthEntry {
  const day = growthDays.find((each) => each.agencyId === agencyId);
  return { stands: agenciesGrown.includes(agencyId), recorded: day?.recorded ?? null };
}

export function traineeEntry({ traineeIds, traineeNamings = [] }: Pairing, workerId: WorkerId): GrowthEntry {
  const naming = traineeNamings.find((each) => each.workerId === workerId);
  return { stands: traineeIds.includes(workerId), recorded: naming?.recorded ?? null };
}
