import {
  type Actor,
  type CalendarDate,
  canPutRight,
  type Change,
  type Grounds,
  type PuttingRight,
  requireDifference,
  struckOut,
  requireNotStruck,
} from '@qianshou/kernel';
import { type AskedToPutRight, puttingRightIn } from '../county/putting-right.ts';
import type { StationRules } from '../county/station-rules.ts';
import { dateInFuture } from '../reference/errors.ts';
import { type Have, HAVES } from '../reference/haves.ts';
import { canCheck } from '../policy.ts';
import type { AcceptanceCheck, ListedCheck } from './acceptance-check.ts';
import { acceptanceCheckStruck, stationClosed, stationRestsOnCheck } from './errors.ts';
import { OPENED_STATUSES } from './opened-station.ts';
import type { Station } from './station.ts';
import { type CheckInput, judgedCheck } from './station-acceptance.ts';
import type { StationEvent } from './station-events.ts';

/** Those who check stations record it; the bureau oversees them. */
export function puttingRight(check: ListedCheck, asked: AskedToPutRight): PuttingRight {
  return puttingRightIn('GUIDANCE_CENTRE', check.countyCode, check, asked);
}

export interface CheckFacts extends Grounds {
  readonly check: ListedCheck;
  /** The other checks of the station that stand, in the order in which they were recorded. */
  readonly others: readonly AcceptanceCheck[];
  readonly today: CalendarDate;
}

export interface CheckPutRight {
  readonly change: Change<Station, StationEvent>;
  readonly check: ListedCheck;
}

/** It never took place: the one before it counts again, and a station that opened by it alone awaits acceptance. */
export function strikeCheck(
  station: Station,
  { check, others, reason, evidence, today }: CheckFacts,
): CheckPutRight {
  requireBothStand(station, check);
  const settled = restingOn(station, others, check);
  const { status: from } = station;
  const event = { type: 'station.checkStruck', ...toldOf(check), from, to: settled.status } as const;
  return {
    change: { state: settled, events: [event] },
    check: { ...check, awaitsRectification: false, struck: struckOut(reason, today, evidence) },
  };
}

/** What is not named stays as it is. */
export type CorrectedCheck = Partial<
  Pick<CheckInput, 'checkedOn' | 'checkerOrganisation' | 'items' | 'rectifyBy'>
>;

/** It found otherwise: judged by the same rule, with what the records carry now, and what rests on it follows. */
export function correctCheck(
  station: Station,
  corrected: CorrectedCheck,
  {
    check,
    others,
    reason,
    evidence,
    today,
    checklist = HAVES,
  }: CheckFacts & { readonly checklist?: readonly Have[] },
): CheckPutRight {
  requireBothStand(station, check);
  const { checkedOn, checkerOrganisation, items, rectifyBy, result } = check;
  const said = { checkedOn, checkerOrganisation, items, rectifyBy };
  requireDifference<CorrectedCheck>({ ...said, items: spelled(items) as never }, spelledIn(corrected));
  const right = { ...check, ...corrected };
  if (right.checkedOn > today) throw dateInFuture({ field: 'checkedOn', day: right.checkedOn, today });
  const before = { on: today, reason, evidence, checkedOn, checkerOrganisation, result };
  const corrections = [...(check.corrections ?? []), before];
  const judged = { ...judgedCheck(station, right, checklist), corrections };
  const standing = inOrder([...others, judged]);
  const settled = restingOn(station, standing, check);
  const event = {
    type: 'station.checkCorrected',
    ...toldOf(judged),
    before: { checkedOn, result },
    from: station.status,
    to: settled.status,
  } as const;
  return {
    change: { state: settled, events: [event] },
    check: { ...check, ...judged },
  };
}

/** Lists of findings are compared by what they say. */
function spelled(items: AcceptanceCheck['items']): readonly string[] {
  return items.map(({ have, met, finding }) => `${have} ${met} ${finding ?? ''}`).toSorted();
}

function spelledIn(corrected: CorrectedCheck): CorrectedCheck {
  return corrected.items === undefined
    ? corrected
    : { ...corrected, items: spelled(corrected.items) as never };
}

function toldOf({ id: checkId, checkedOn, result }: AcceptanceCheck) {
  return { checkId, checkedOn, result };
}

/** The station by the checks that stand: their latest two, and whether it may be open at all. */
function restingOn(
  station: Station,
  standing: readonly AcceptanceCheck[],
  { id, checkedOn }: ListedCheck,
): Station {
  const checks = inOrder(standing).slice(-2);
  const openedOn = station.openedOn;
  const sawNewSite = openedOn !== null && checkedOn > openedOn && station.siteUnchecked !== true;
  const restsElsewhere = standing.some((check) => check.id !== id && check.result === 'PASSED');
  const isOpen = OPENED_STATUSES.some((opened) => opened === station.status);
  const stillPassed = standing.some((check) => check.id === id && check.result === 'PASSED');
  const siteUnchecked = sawNewSite && !stillPassed ? true : station.siteUnchecked === true;
  const kept: Station = { ...station, checks, siteUnchecked };
  return !isOpen || restsElsewhere || stillPassed ? kept : reopened(kept);
}

/** STA-2: it opened by a check that found nothing of the kind. */
function reopened(station: Station): Station {
  if (station.status !== 'OPERATING' || station.tier === 'DEMONSTRATION')
    throw stationRestsOnCheck({ status: station.status });
  return { ...station, status: 'IN_ACCEPTANCE', openedOn: null, siteUnchecked: false, demonstration: null };
}

/** Ids are given in the order of time. */
function inOrder(checks: readonly AcceptanceCheck[]): readonly AcceptanceCheck[] {
  return checks.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function requireBothStand({ status }: Station, check: ListedCheck): void {
  requireNotStruck(check, acceptanceCheckStruck);
  if (status === 'CLOSED') throw stationClosed({ status });
}

export type CheckAction = 'CORRECT' | 'STRIKE';

interface ActionFacts {
  readonly station: Station;
  readonly rules: StationRules;
  readonly today: CalendarDate;
}

/** A check is corrected or struck out by whoever recorded it, for some days, and by who oversees them. */
export function actionsOnCheck(
  actor: Actor,
  check: ListedCheck,
  { station, ...facts }: ActionFacts,
): readonly CheckAction[] {
  const stands = (check.struck ?? null) === null && station.status !== 'CLOSED';
  const mayRecord = canCheck(actor, station);
  if (!stands || !canPutRight(actor, puttingRight(check, { ...facts, mayRecord }))) return [];
  return ['CORRECT', 'STRIKE'];
}
