import {
  type CalendarDate,
  type Change,
  type Grounds,
  struckOut,
  type Term,
  term,
  termOf,
} from '@qianshou/kernel';
import {
  demonstrationAlready,
  demonstrationBySteps,
  demonstrationLacksDeputy,
  demonstrationNotBuilt,
  demonstrationNotEarned,
  demonstrationNotForfeited,
  demonstrationNotHeld,
  demonstrationNotWithdrawn,
  demonstrationQuotaFull,
} from './errors.ts';
import { missingStaff } from '../station/haves-of-station.ts';
import type { OperatingStation, Station } from '../station/station.ts';
import type { StationEvent } from '../station/station-events.ts';
import { isBad } from '../station/grade.ts';
import type { StationRules } from '../county/station-rules.ts';

export interface DemonstrationFacts {
  /** The county's number; null where no local policy plans any. */
  readonly planned: number | null;
  readonly chosen: number;
}

/** STA-5, STA-11: chosen among the stations already built, within the county's number, with a deputy on duty. */
export function chooseDemonstration(
  station: Station,
  facts: DemonstrationFacts,
  selectedOn: CalendarDate,
): Change<OperatingStation, StationEvent> {
  if (station.status !== 'OPERATING') throw demonstrationNotBuilt({ status: station.status });
  if (station.tier === 'DEMONSTRATION') throw demonstrationAlready({ stationId: station.id });
  refuseBeyondPlan(facts);
  if (missingStaff({ staff: station.staff, tier: 'DEMONSTRATION' }).includes('DEPUTY_HEAD')) {
    throw demonstrationLacksDeputy({ stationId: station.id });
  }
  return {
    state: {
      ...station,
      tier: 'DEMONSTRATION',
      demonstrationSince: selectedOn,
      demonstration: null,
      demonstrationWithdrawnOn: null,
    },
    events: [{ type: 'station.tierChanged', from: 'ORDINARY', to: 'DEMONSTRATION', selectedOn }],
  };
}

export function refuseBeyondPlan({ planned, chosen }: DemonstrationFacts): void {
  if (chosen >= (planned ?? 0)) throw demonstrationQuotaFull({ planned: planned ?? 0, chosen });
}

/** A county that wants every step refuses the bureau's direct choice. */
export function refuseShortcut(rules: StationRules): void {
  if (rules.demonstrationBySteps) throw demonstrationBySteps();
}

/** Chosen by a slip: it never had the rank, and its place in the county's number is free (STA-5). */
export function strikeDemonstration(
  station: Station,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Change<Station, StationEvent> {
  const { tier, demonstrationSince, choicesStruck = [] } = station;
  if (tier !== 'DEMONSTRATION' || demonstrationSince === null)
    throw demonstrationNotHeld({ stationId: station.id });
  const struck = { ...struckOut(reason, today, evidence), selectedOn: demonstrationSince };
  return {
    state: { ...ordinary(station), choicesStruck: [...choicesStruck, struck] },
    events: [
      { type: 'station.demonstrationStruck', selectedOn: demonstrationSince },
      { type: 'station.tierChanged', from: 'DEMONSTRATION', to: 'ORDINARY', selectedOn: demonstrationSince },
    ],
  };
}

/** Taken back after a bad evaluation since the station became a demonstration, and only then. */
export function withdrawDemonstration(station: Station, on: CalendarDate): Change<Station, StationEvent> {
  const { tier, demonstrationSince, gradedBy } = station;
  if (tier !== 'DEMONSTRATION') throw demonstrationNotHeld({ stationId: station.id });
  const evaluatedSince = gradedBy !== null && gradedBy.evaluatedOn >= (demonstrationSince ?? on);
  if (!evaluatedSince || !isBad(gradedBy.grade)) {
    throw demonstrationNotForfeited({
      grade: gradeWords(gradedBy),
      since: demonstrationSince ?? NO_DAY,
    });
  }
  return {
    state: { ...ordinary(station), demonstrationWithdrawnOn: on },
    events: [
      { type: 'station.demonstrationWithdrawn', evaluationId: gradedBy.evaluationId, withdrawnOn: on },
      { type: 'station.tierChanged', from: 'DEMONSTRATION', to: 'ORDINARY', selectedOn: on },
    ],
  };
}

/** Given back after a good evaluation since it was taken, within the county's number (STA-5), with a deputy (STA-11). */
export function restoreDemonstration(
  station: Station,
  facts: DemonstrationFacts,
  on: CalendarDate,
): Change<OperatingStation, StationEvent> {
  const { demonstrationWithdrawnOn: withdrawnOn, gradedBy } = station;
  if (withdrawnOn === null) throw demonstrationNotWithdrawn({ stationId: station.id });
  const evaluatedSince = gradedBy !== null && gradedBy.evaluatedOn >= withdrawnOn;
  if (!evaluatedSince || isBad(gradedBy.grade)) {
    throw demonstrationNotEarned({ grade: gradeWords(gradedBy), since: withdrawnOn });
  }
  return chooseDemonstration(station, facts, on);
}

const NO_DAY = term(null, 'its first day', '首日');
const NO_GRADE = term(null, 'none yet', '尚无');

function gradeWords(gradedBy: Station['gradedBy']): Term {
  return gradedBy === null ? NO_GRADE : termOf('StationGrade', gradedBy.grade);
}

function ordinary<Kept extends Station>(station: Kept): Kept {
  return { ...station, tier: 'ORDINARY', demonstrationSince: null };
}
