import {
  type CalendarDate,
  type Change,
  type DocumentReference,
  notFarAhead,
  type PublicText,
  type Recorded,
} from '@qianshou/kernel';
import { type AgencyReplica, mayOperate } from '../reference/agency-replica.ts';
import type { AcceptanceCheck, CheckItem } from './acceptance-check.ts';
import { dateInFuture, datesOutOfOrder } from '../reference/errors.ts';
import {
  rectificationDateMissing,
  stationChecklistIncomplete,
  stationLacksHaves,
  stationStatusWrong,
} from './errors.ts';
import { type Have, HAVES } from '../reference/haves.ts';
import { whatIsMissing } from './haves-of-station.ts';
import type { CheckId } from '../ids.ts';
import type { OperatingStation, Station, StationInAcceptance } from './station.ts';
import { OPENED_STATUSES } from './opened-station.ts';
import type { StationEvent } from './station-events.ts';

/** A staffed station asks to be checked. */
export function requestAcceptance(station: Station): Change<StationInAcceptance, StationEvent> {
  if (station.status !== 'STAFFED') throw stationStatusWrong({ needed: ['STAFFED'], status: station.status });
  return {
    state: { ...station, status: 'IN_ACCEPTANCE' },
    events: [{ type: 'station.acceptanceRequested' }],
  };
}

export interface CheckInput {
  readonly id: CheckId;
  readonly checkedOn: CalendarDate;
  readonly checkerOrganisation: PublicText;
  readonly items: readonly CheckItem[];
  readonly rectifyBy: CalendarDate | null;
  /** Photos of the acceptance. */
  readonly photos?: readonly DocumentReference[];
  readonly recorded?: Recorded | null;
}

/**
 * STA-2: the checker judges every item of the county's checklist (the five haves where it has none of its own), and the records must carry each judgement: what the records lack is not met,
 * whatever was ticked. A refused station stays in acceptance and is checked again once it has put things right.
 */
export function checkStation(
  station: Station,
  input: CheckInput,
  today: CalendarDate,
  checklist: readonly Have[] = HAVES,
): Change<Station, StationEvent> {
  if (station.status !== 'IN_ACCEPTANCE' && !awaitsSiteCheck(station)) {
    throw stationStatusWrong({ needed: ['IN_ACCEPTANCE'], status: station.status });
  }
  if (input.checkedOn > today) throw dateInFuture({ day: input.checkedOn, today });
  refuseBeforeLast(station, input.checkedOn);
  const check = judgedCheck(station, input, checklist);
  const missing = missingIn(check.items);
  const siteUnchecked = station.siteUnchecked === true && !isMet(check.items, 'SITE');
  const state: Station = { ...station, siteUnchecked, checks: [...station.checks.slice(-1), check] };
  return { state, events: [toldOf(check, missing, state)] };
}

/** What the checker found, held against the records, and what it comes to. */
export function judgedCheck(
  station: Station,
  { id, checkedOn, checkerOrganisation, items: found, rectifyBy: by, photos, recorded }: CheckInput,
  checklist: readonly Have[],
): AcceptanceCheck {
  refuseIncomplete(found, checklist);
  const items = found.map((item) => judged(station, item));
  const rectifyBy = missingIn(items).length === 0 ? null : rectificationDate({ rectifyBy: by, checkedOn });
  const result = rectifyBy === null ? 'PASSED' : 'REFUSED';
  const kept = {
    ...(photos === undefined ? {} : { photos }),
    ...(recorded === undefined ? {} : { recorded }),
  };
  return { id, checkedOn, checkerOrganisation, items, result, rectifyBy, ...kept };
}

function missingIn(items: readonly CheckItem[]): readonly Have[] {
  return items.filter(({ met }) => !met).map(({ have }) => have);
}

/** What a check comes to: of premises that changed later, or of the whole station on its way to opening. */
function toldOf(
  { id: checkId, checkedOn, rectifyBy }: AcceptanceCheck,
  missing: readonly Have[],
  { status, siteUnchecked }: Station,
): StationEvent {
  if (status !== 'IN_ACCEPTANCE')
    return { type: 'station.siteChecked', checkId, checkedOn, passed: siteUnchecked !== true };
  if (rectifyBy === null) return { type: 'station.acceptancePassed', checkId, checkedOn };
  return { type: 'station.acceptanceRefused', checkId, missing, rectifyBy };
}

/** It works, and has moved since it was checked. */
export function awaitsSiteCheck({ status, siteUnchecked }: Station): boolean {
  return siteUnchecked === true && OPENED_STATUSES.some((opened) => opened === status);
}

function isMet(items: readonly CheckItem[], have: Have): boolean {
  return items.some((item) => item.have === have && item.met);
}

/** STA-2: a station opens only when all items of the checklist, by default the five haves (五有), are checked true, and still hold on the day. */
export function openStation(
  station: Station,
  openedOn: CalendarDate,
  checklist: readonly Have[] = HAVES,
  operator: AgencyReplica | null = null,
): Change<OperatingStation, StationEvent> {
  if (station.status !== 'IN_ACCEPTANCE') {
    throw stationStatusWrong({ needed: ['IN_ACCEPTANCE'], status: station.status });
  }
  if (operator !== null) mayOperate(operator);
  const missing = unmetHaves(station, checklist);
  if (missing.length > 0) throw stationLacksHaves({ stationId: station.id, missing });
  return {
    state: { ...station, status: 'OPERATING', openedOn },
    events: [{ type: 'station.opened', openedOn }],
  };
}

/** Haves that the latest check did not find true, or that the records no longer carry. */
export function unmetHaves(station: Station, checklist: readonly Have[] = HAVES): readonly Have[] {
  const latest = station.checks.at(-1);
  const lacking = whatIsMissing(station);
  return checklist.filter((have) => {
    const checked = latest?.items.some((item) => item.have === have && item.met) ?? false;
    return !checked || lacking[have].length > 0;
  });
}

function judged(station: Station, item: CheckItem): CheckItem {
  const lacking = whatIsMissing({ ...station, siteUnchecked: false })[item.have];
  if (lacking.length === 0) return item;
  return { ...item, met: false, lacking };
}

/** What was found again was found later. */
function refuseBeforeLast({ checks }: Station, day: CalendarDate): void {
  const last = checks.at(-1);
  if (last !== undefined && day < last.checkedOn) throw datesOutOfOrder({ day, after: last.checkedOn });
}

function refuseIncomplete(items: readonly CheckItem[], checklist: readonly Have[]): void {
  const judgedHaves = new Set([...checklist, ...items.map(({ have }) => have)]);
  const wrong = [...judgedHaves].filter(
    (have) => !checklist.includes(have) || items.filter((item) => item.have === have).length !== 1,
  );
  if (wrong.length > 0) throw stationChecklistIncomplete({ items: wrong });
}

function rectificationDate({
  rectifyBy,
  checkedOn,
}: Pick<CheckInput, 'rectifyBy' | 'checkedOn'>): CalendarDate {
  if (rectifyBy === null || rectifyBy <= checkedOn) throw rectificationDateMissing({ rectifyBy, checkedOn });
  return notFarAhead(rectifyBy, 'rectifyBy', { from: checkedOn, years: 2 });
}
