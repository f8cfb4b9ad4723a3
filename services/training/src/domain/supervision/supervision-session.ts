import {
  badInput,
  type CalendarDate,
  type Change,
  type Grounds,
  type PublicText,
  type Recorded,
  type RegionCode,
  requireDifference,
  type Struck,
  requireNotStruck,
  struckOut,
  wholeWithin,
} from '@qianshou/kernel';
import { supervisionFollowedUp, supervisionWithoutFollowUp } from './errors.ts';
import type { AgencyId, StationId, SupervisionId } from '../ids.ts';

export type SupervisionForm = 'GROUP' | 'INDIVIDUAL';
export type SupervisionDelivery = 'ONSITE' | 'ONLINE';

/** TRA-8: a session of supervision for the people of a station, by the guidance centre or by an agency that helps there. */
export interface SupervisionSession extends Told {
  readonly id: SupervisionId;
  readonly version: number;
  readonly stationId: StationId;
  readonly countyCode: RegionCode;
  readonly operatorAgencyId: AgencyId | null;
  /** The dispatching agency; null where the guidance centre of the county supervised. */
  readonly supervisorAgencyId: AgencyId | null;
  readonly followedUp: FollowUp | null;
  readonly recordedAt: Date;
  readonly recorded?: Recorded | null;
  readonly struck: Struck | null;
  readonly corrections: readonly SupervisionBefore[];
}

/** What was said of the session, and can be corrected. */
export interface Told {
  readonly form: SupervisionForm;
  readonly delivery: SupervisionDelivery;
  readonly heldOn: CalendarDate;
  readonly hours: number;
  readonly participants: number;
  readonly topic: PublicText;
  readonly advice: PublicText | null;
  /** Until when the station follows the advice; null where nothing is left to do. */
  readonly followUpBy: CalendarDate | null;
}

export interface FollowUp {
  readonly on: CalendarDate;
  readonly text: PublicText;
}

export interface SupervisionBefore extends Struck, Told {}

export interface SupervisionInput extends Told {
  readonly id: SupervisionId;
  readonly supervisorAgencyId: AgencyId | null;
}

export interface SupervisedStation {
  readonly id: StationId;
  readonly countyCode: RegionCode;
  readonly operatorAgencyId: AgencyId | null;
}

export type SupervisionEvent =
  | { readonly type: 'supervision.held' }
  | { readonly type: 'supervision.followedUp' }
  | { readonly type: 'supervision.struck' }
  | {
      readonly type: 'supervision.corrected';
      readonly before: { readonly heldOn: CalendarDate; readonly hours: number };
    };

const LONGEST = 24;
const MOST_PEOPLE = 500;

export function holdSupervision(
  station: SupervisedStation,
  input: SupervisionInput,
  { at, today }: { readonly at: Date; readonly today: CalendarDate },
): Change<SupervisionSession, SupervisionEvent> {
  refuseImpossible(input, today);
  const { id: stationId, countyCode, operatorAgencyId } = station;
  const state = {
    ...input,
    stationId,
    countyCode,
    operatorAgencyId,
    version: 0,
    followedUp: null,
    recordedAt: at,
    struck: null,
    corrections: [],
  };
  return { state, events: [{ type: 'supervision.held' }] };
}

/** The station says what it did about the advice. */
export function followUp(
  session: SupervisionSession,
  done: FollowUp,
  today: CalendarDate,
): Change<SupervisionSession, SupervisionEvent> {
  requireNotStruck(session);
  if (session.followUpBy === null) throw supervisionWithoutFollowUp();
  if (session.followedUp !== null) throw supervisionFollowedUp({ on: session.followedUp.on });
  if (done.on < session.heldOn || done.on > today) throw notBetween('on', session.heldOn, today);
  return { state: { ...session, followedUp: done }, events: [{ type: 'supervision.followedUp' }] };
}

export function strikeSupervision(
  session: SupervisionSession,
  { reason, evidence }: Grounds,
  today: CalendarDate,
): Change<SupervisionSession, SupervisionEvent> {
  requireNotStruck(session);
  return {
    state: { ...session, struck: struckOut(reason, today, evidence) },
    events: [{ type: 'supervision.struck' }],
  };
}

export function correctSupervision(
  session: SupervisionSession,
  corrected: Partial<Told>,
  { reason, evidence, today }: Grounds & { readonly today: CalendarDate },
): Change<SupervisionSession, SupervisionEvent> {
  requireNotStruck(session);
  requireDifference<SupervisionSession>(session, corrected);
  const right = { ...session, ...corrected };
  refuseImpossible(right, today);
  const { form, delivery, heldOn, hours, participants, topic, advice, followUpBy } = session;
  const told = { form, delivery, heldOn, hours, participants, topic, advice, followUpBy };
  return {
    state: { ...right, corrections: [...session.corrections, { on: today, reason, evidence, ...told }] },
    events: [{ type: 'supervision.corrected', before: { heldOn, hours } }],
  };
}

/** What happened happened by today; what is to follow is advice, and comes afterwards. */
function refuseImpossible(
  { heldOn, hours, participants, advice, followUpBy }: Told,
  today: CalendarDate,
): void {
  if (heldOn > today) {
    const reason = { en: `expected a day up to ${today}`, zh: `应不晚于 ${today}` };
    throw badInput({ field: 'heldOn', reason });
  }
  wholeWithin(hours, 'hours', 1, LONGEST);
  wholeWithin(participants, 'participants', 1, MOST_PEOPLE);
  if (followUpBy === null) return;
  if (advice === null || followUpBy < heldOn) {
    throw badInput({
      field: 'followUpBy',
      reason: {
        en: `expected advice to follow, and a day from ${heldOn} on`,
        zh: `须有督导建议,且不早于 ${heldOn}`,
      },
    });
  }
}

function notBetween(field: string, from: CalendarDate, to: CalendarDate) {
  return badInput({
    field,
    reason: { en: `expected a day from ${from} to ${to}`, zh: `应为 ${from} 至 ${to} 之间的日期` },
  });
}
