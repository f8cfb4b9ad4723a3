import type { CalendarDate, Change, PublicText } from '@qianshou/kernel';
import type { AcceptanceCheck } from './acceptance-check.ts';
import { followHaves } from './checklist-standing.ts';
import { dateInFuture, datesOutOfOrder } from '../reference/errors.ts';
import { stationLacksHaves } from './errors.ts';
import type { Have } from '../reference/haves.ts';
import type { CheckId } from '../ids.ts';
import type { Room, Site } from './site.ts';
import type { Station, StationInPreparation } from './station.ts';
import { type PlanFacts, type PlanInput, stationOfUnit } from './station-planning.ts';
import type { StationEvent } from './station-events.ts';

/** How a station was opened before it was entered here: the check that let it open, as its paper says. */
export interface PastOpening {
  readonly openedOn: CalendarDate;
  readonly checkId: CheckId;
  readonly checkedOn: CalendarDate;
  readonly checkerOrganisation: PublicText;
  /** What the check found true. */
  readonly found: readonly Have[];
}

export interface PastStation extends PlanInput {
  readonly site: Site | null;
  readonly rooms: readonly Room[];
  /** Null for a station that is only planned. */
  readonly opening: PastOpening | null;
}

export interface TakeOverFacts extends PlanFacts {
  /** Of today, which says what the station has now. */
  readonly checklist: readonly Have[];
  /** Of the day of the check: what it had to find. */
  readonly checklistThen: readonly Have[];
  readonly today: CalendarDate;
}

/**
 * A bureau enters its history: the station as planned, its premises, and, where it is open, the check that opened it.
 * STA-2 holds for the past as well: every item of the checklist was found true, by whom and when. What its records
 * lack here (people, documents) shows in its haves and rule checks until it is entered.
 */
export function takeOverStation(
  { site, rooms, opening, ...input }: PastStation,
  facts: TakeOverFacts,
): Change<Station, StationEvent> {
  const plan = stationOfUnit(input, facts);
  const prepared = { ...plan.state, site, rooms };
  const planned = { state: prepared, events: plan.events };
  const change = opening === null ? unopened(planned) : opened(prepared, opening, facts);
  return followHaves(change, facts.checklist);
}

function unopened({
  state,
  events,
}: Change<StationInPreparation, StationEvent>): Change<Station, StationEvent> {
  const { site } = state;
  return {
    state: { ...state, status: site === null ? 'PLANNED' : 'SITE_READY' },
    events: [...events, ...siteReadied(site)],
  };
}

/** One fact of its own: nobody should take what opened years ago for news of today. */

function opened(
  prepared: StationInPreparation,
  opening: PastOpening,
  facts: TakeOverFacts,
): Change<Station, StationEvent> {
  const { openedOn, checkId, checkedOn } = opening;
  const check = passed(opening, facts);
  return {
    state: { ...prepared, status: 'OPERATING', openedOn, checks: [check] },
    events: [{ type: 'station.takenOver', openedOn, checkId, checkedOn }],
  };
}

function siteReadied(site: Site | null): readonly StationEvent[] {
  return site === null ? [] : [{ type: 'station.siteReadied', siteSource: site.source, needsCheck: false }];
}

function passed(opening: PastOpening, { checklistThen: checklist, today }: TakeOverFacts): AcceptanceCheck {
  const { openedOn, checkId, checkedOn, checkerOrganisation, found } = opening;
  if (openedOn > today) throw dateInFuture({ field: 'openedOn', day: openedOn, today });
  if (checkedOn > openedOn) throw datesOutOfOrder({ field: 'openedOn', day: openedOn, after: checkedOn });
  const missing = checklist.filter((have) => !found.includes(have));
  if (missing.length > 0) throw stationLacksHaves({ field: 'haves', missing });
  const items = checklist.map((have) => ({ have, met: true, finding: null }));
  return { id: checkId, checkedOn, checkerOrganisation, items, result: 'PASSED', rectifyBy: null };
}
