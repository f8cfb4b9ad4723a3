import {
  type CalendarDate,
  type Change,
  notFarAhead,
  publicLine,
  publicText,
  yearOf,
} from '@qianshou/kernel';
import {
  pairingDatesInvalid,
  pairingEnded,
  pairingNotActive,
  pairingNotMatched,
  pairingNotSigned,
  pairingNotSuspended,
  pairingPastEnd,
} from './errors.ts';
import type { PairingId } from '../ids.ts';
import type {
  FinalEvaluationBegun,
  PairingActivated,
  PairingPastEnd,
  PairingResumed,
  PairingSigned,
  PairingSuspended,
  PairingTerminated,
} from './pairing-events.ts';
import type {
  ActivePairing,
  OpenPairing,
  Pairing,
  PastEndPairing,
  PairingInFinalEvaluation,
  SignedPairing,
  SuspendedPairing,
  TerminatedPairing,
} from './pairing.ts';
import { type ProgrammePhase, requireOpenPhase, type Span } from '../scheme/programme-phase.ts';

export interface Agreement {
  readonly agreementNo: string;
  readonly signedOn: CalendarDate;
}

export function sign(
  pairing: Pairing,
  { agreementNo: written, signedOn }: Agreement,
  today: CalendarDate,
): Change<SignedPairing, PairingSigned> {
  const agreementNo = publicLine(written, 'agreementNo', 100);
  if (pairing.status !== 'MATCHED') throw pairingNotMatched({ status: pairing.status });
  requireNotAfter('signedOn', signedOn, today);
  return {
    state: {
      ...pairing,
      status: 'SIGNED',
      agreementNo,
      signedOn,
    },
    events: [{ type: 'pairing.signed', pairingId: pairing.id, signedOn }],
  };
}

export interface StartFacts {
  readonly phases: readonly ProgrammePhase[];
  readonly today: CalendarDate;
}

/** Work begins: from now on the pairing covers its county (PAIR-2) and counts the stations that open there. */
export function start(
  pairing: Pairing,
  { startsOn, endsOn }: Span,
  { phases, today }: StartFacts,
): Change<ActivePairing | PastEndPairing, PairingActivated | PairingPastEnd> {
  if (pairing.status !== 'SIGNED') throw pairingNotSigned({ status: pairing.status });
  requireSpan(pairing, { startsOn, endsOn });
  requireNotAfter('startsOn', startsOn, today);
  requireOpenPhase({ startsOn, endsOn }, phases);
  const active: ActivePairing = { ...pairing, status: 'ACTIVE', startsOn, endsOn };
  const begun: PairingActivated = { type: 'pairing.activated', pairingId: pairing.id, startsOn, endsOn };
  const passed = passEnd(active, today);
  return { state: passed.state, events: [begun, ...passed.events] };
}

/** Past its last day a pairing is at work no more, whether or not anybody says so. */
export function passEnd(
  pairing: ActivePairing,
  today: CalendarDate,
): Change<ActivePairing | PastEndPairing, PairingPastEnd> {
  const { id: pairingId, endsOn } = pairing;
  if (endsOn >= today) return { state: pairing, events: [] };
  return {
    state: { ...pairing, status: 'PAST_END' },
    events: [{ type: 'pairing.past-end', pairingId, endsOn }],
  };
}

/** A decision with its day and its reason, as the bureau enters it. */
export interface Interruption {
  readonly on: CalendarDate;
  readonly reason: string;
}

/** The work rests: the pairing stays open, and keeps its agencies' places, but covers its county no more. */
export function suspendPairing(
  pairing: Pairing,
  { on, reason }: Interruption,
  today: CalendarDate,
): Change<SuspendedPairing, PairingSuspended> {
  const active = requireActive(pairing);
  requireBetween('suspendedOn', on, active.startsOn, today);
  const suspensionReason = publicText(reason, 'reason', 500);
  return {
    state: { ...active, status: 'SUSPENDED', suspendedOn: on, suspensionReason },
    events: [{ type: 'pairing.suspended', pairingId: pairing.id, suspendedOn: on }],
  };
}

export function resumePairing(
  pairing: Pairing,
  resumedOn: CalendarDate,
  today: CalendarDate,
): Change<ActivePairing, PairingResumed> {
  if (pairing.status !== 'SUSPENDED') throw pairingNotSuspended({ status: pairing.status });
  requireBetween('resumedOn', resumedOn, pairing.suspendedOn, today);
  if (pairing.endsOn < today) throw pairingPastEnd({ endsOn: pairing.endsOn });
  return {
    state: { ...pairing, status: 'ACTIVE', suspendedOn: null, suspensionReason: null },
    events: [{ type: 'pairing.resumed', pairingId: pairing.id, resumedOn }],
  };
}

/** The work is over: from here a pairing is judged and completed, or terminated. */
export function beginFinalEvaluation(
  pairing: Pairing,
  begunOn: CalendarDate,
  today: CalendarDate,
): Change<PairingInFinalEvaluation, FinalEvaluationBegun> {
  const active = requireWorked(pairing);
  requireBetween('begunOn', begunOn, active.startsOn, today);
  // Work that ends before its time has its last day, and its last report, then.
  const endsOn = begunOn < active.endsOn ? begunOn : active.endsOn;
  return {
    state: { ...active, status: 'FINAL_EVALUATION', endsOn },
    events: [{ type: 'pairing.final-evaluation-begun', pairingId: pairing.id, begunOn }],
  };
}

/** Ends an open pairing for good; another one may take over its county. */
export function terminatePairing(
  pairing: Pairing,
  { on, reason }: Interruption,
  handedOverToId: PairingId | null,
  today: CalendarDate,
): Change<TerminatedPairing, PairingTerminated> {
  const open = requireOpen(pairing);
  requireBetween('terminatedOn', on, open.startsOn ?? open.signedOn, today);
  const ended = { terminatedOn: on, terminationReason: publicText(reason, 'reason', 500), handedOverToId };
  return {
    state: { ...open, ...ended, status: 'TERMINATED' },
    events: [{ type: 'pairing.terminated', pairingId: pairing.id, terminatedOn: on, handedOverToId }],
  };
}

export function requireActive(pairing: Pairing): ActivePairing {
  if (pairing.status !== 'ACTIVE') throw pairingNotActive({ status: pairing.status });
  return pairing;
}

function requireWorked(pairing: Pairing): ActivePairing | PastEndPairing {
  return pairing.status === 'PAST_END' ? pairing : requireActive(pairing);
}

export function requireOpen(pairing: Pairing): OpenPairing {
  if (pairing.status === 'COMPLETED' || pairing.status === 'TERMINATED')
    throw pairingEnded({ status: pairing.status });
  return pairing;
}

/** A day that is entered afterwards: not before what it follows, and not in the future. */
export function requireBetween(
  field: string,
  day: CalendarDate,
  earliest: CalendarDate | null,
  today: CalendarDate,
): void {
  requireNotAfter(field, day, today);
  if (earliest !== null && day < earliest)
    throw pairingDatesInvalid({ field, reason: { en: `before ${earliest}`, zh: `早于 ${earliest}` } });
}

/** Of one pairing: as long as a phase of the programme; whoever goes on longer renews it. */
const LONGEST_YEARS = 5;

/** A cycle may reach into the next year, but a pairing of 2026 works in 2026. */
export function requireSpan(
  pairing: Pick<SignedPairing, 'signedOn' | 'cycleYear'>,
  { startsOn, endsOn }: Span,
): void {
  if (endsOn <= startsOn)
    throw pairingDatesInvalid({
      field: 'endsOn',
      reason: { en: 'not after startsOn', zh: '应晚于 startsOn' },
    });
  notFarAhead(endsOn, 'endsOn', { from: startsOn, years: LONGEST_YEARS });
  if (startsOn < pairing.signedOn)
    throw pairingDatesInvalid({
      field: 'startsOn',
      reason: { en: 'before the agreement was signed', zh: '早于协议签署日' },
    });
  if (yearOf(startsOn) > pairing.cycleYear || yearOf(endsOn) < pairing.cycleYear)
    throw pairingDatesInvalid({
      field: 'startsOn',
      reason: { en: `outside the cycle year ${pairing.cycleYear}`, zh: `不在 ${pairing.cycleYear} 年度内` },
    });
}

function requireNotAfter(field: string, day: CalendarDate, today: CalendarDate): void {
  if (day > today) throw pairingDatesInvalid({ field, reason: { en: 'in the future', zh: '晚于今天' } });
}
