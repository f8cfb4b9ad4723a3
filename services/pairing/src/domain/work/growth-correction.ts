import { type CalendarDate, type Change, type Grounds, requireDifference } from '@qianshou/kernel';
import type { Agency } from '../agency/agency.ts';
import type { AgencyId, WorkerId } from '../ids.ts';
import type { GrowthCorrected, TraineeCorrected } from '../pairing/pairing-events.ts';
import type { Pairing } from '../pairing/pairing.ts';
import { noted } from '../reference/corrections.ts';
import { traineeNamedAlready } from './growth-errors.ts';
import { requireGrown, requireNamed } from './growth-strike.ts';
import { type CountedBy, requireGrowable } from './recipient-growth.ts';
import { requireBegun, requireWithinBegun } from './work-span.ts';

/** What is right of an agency that was recorded as grown; null stays as it is. */
export interface RightGrowth {
  readonly agency: Agency | null;
  /** Which pairing counts that agency. */
  readonly countedBy: CountedBy;
  readonly grownOn: CalendarDate | null;
}

type Why = Grounds & { readonly today: CalendarDate };

interface Growth {
  readonly agencyId: AgencyId;
  readonly grownOn: CalendarDate | null;
}

/** PAIR-9: another agency grew, or on another day; judged as if it were recorded now. */
export function correctGrownAgency(
  pairing: Pairing,
  agencyId: AgencyId,
  right: RightGrowth,
  { today, ...grounds }: Why,
): Change<Pairing, GrowthCorrected> {
  const begun = requireBegun(pairing);
  requireGrown(pairing, agencyId);
  const before = growthOf(pairing, agencyId);
  const now = { agencyId: right.agency?.id ?? agencyId, grownOn: right.grownOn ?? before.grownOn };
  requireDifference<Growth>(before, now);
  requireRight(pairing, agencyId, right, today);
  const correction = {
    ...noted(before, ['agencyId', 'grownOn'], grounds, today),
    correctAgencyId: now.agencyId,
  };
  return {
    state: {
      ...begun,
      ...grownInstead(pairing, agencyId, now),
      growthCorrections: [...(pairing.growthCorrections ?? []), correction],
    },
    events: [{ type: 'pairing.agency-growth-corrected', pairingId: pairing.id, ...now, before }],
  };
}

function growthOf({ growthDays }: Pairing, agencyId: AgencyId): Growth {
  return { agencyId, grownOn: growthDays.find((each) => each.agencyId === agencyId)?.on ?? null };
}

function requireRight(
  pairing: Pairing,
  agencyId: AgencyId,
  { agency, countedBy, grownOn }: RightGrowth,
  today: CalendarDate,
): void {
  if (agency !== null && agency.id !== agencyId) requireGrowable(pairing, agency, countedBy);
  if (grownOn !== null) requireWithinBegun(pairing, 'grownOn', grownOn, today);
}

/** In the place of the one that was recorded. */
function grownInstead({ agenciesGrown, growthDays }: Pairing, recorded: AgencyId, now: Growth) {
  const day = growthDays.find(({ agencyId }) => agencyId === recorded);
  const { agencyId, grownOn } = now;
  return {
    agenciesGrown: agenciesGrown.map((id) => (id === recorded ? agencyId : id)),
    growthDays: [
      ...growthDays.filter((each) => each !== day),
      ...(grownOn === null ? [] : [{ ...day, agencyId, on: grownOn }]),
    ],
  };
}

/** PAIR-10: somebody else is to be trained; how many there are stays. */
export function correctTrainee(
  pairing: Pairing,
  workerId: WorkerId,
  correctWorkerId: WorkerId,
  { today, ...grounds }: Why,
): Change<Pairing, TraineeCorrected> {
  const begun = requireBegun(pairing);
  requireNamed(pairing, workerId);
  const { pairNo, traineeIds, traineeNamings = [], traineeCorrections = [] } = pairing;
  requireDifference({ workerId }, { workerId: correctWorkerId });
  if (traineeIds.includes(correctWorkerId)) throw traineeNamedAlready({ pairNo });
  const right = (id: WorkerId): WorkerId => (id === workerId ? correctWorkerId : id);
  return {
    state: {
      ...begun,
      traineeIds: traineeIds.map(right),
      traineeNamings: traineeNamings.map((each) => ({ ...each, workerId: right(each.workerId) })),
      traineeCorrections: [
        ...traineeCorrections,
        { ...noted({ workerId }, ['workerId'], grounds, today), correctWorkerId },
      ],
    },
    events: [{ type: 'pairing.trainee-corrected', pairingId: pairing.id, trainees: traineeIds.length }],
  };
}
