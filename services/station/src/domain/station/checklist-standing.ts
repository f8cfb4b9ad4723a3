import type { Change } from '@qianshou/kernel';
import { type Have, isProvable } from '../reference/haves.ts';
import { whatIsMissing } from './haves-of-station.ts';
import type { Station } from './station.ts';
import type { StationEvent } from './station-events.ts';

/** One item of the county's checklist, and whether the station has it now. */
export interface HaveStanding {
  readonly have: Have;
  readonly provenByRecords: boolean;
  readonly met: boolean;
  readonly missing: readonly string[];
}

/**
 * STA-2, as of now: what records can prove is had while the records carry it; what only a checker can see is had while
 * the latest acceptance check found it.
 */
export function standingByChecklist(station: Station, checklist: readonly Have[]): readonly HaveStanding[] {
  const missing = whatIsMissing(station);
  const items = station.checks.at(-1)?.items ?? [];
  return checklist.map((have) => {
    const provenByRecords = isProvable(have);
    const judged = items.some((item) => item.have === have && item.met);
    const met = missing[have].length === 0 && (provenByRecords || judged);
    return { have, provenByRecords, met, missing: missing[have] };
  });
}

/** Tells, with what brought it about, that a station has come to have its whole checklist or has it no longer. */
export function followHaves<Kept extends Station>(
  { state, events }: Change<Kept, StationEvent>,
  checklist: readonly Have[],
): Change<Kept, StationEvent> {
  if (state.status === 'CLOSED') return { state, events };
  const missing = standingByChecklist(state, checklist)
    .filter(({ met }) => !met)
    .map(({ have }) => have);
  const complete = missing.length === 0;
  if (complete === state.havesComplete) return { state, events };
  return {
    state: { ...state, havesComplete: complete },
    events: [...events, { type: 'station.havesChanged', complete, missing }],
  };
}
