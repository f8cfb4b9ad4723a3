import {
  type CalendarDate,
  type Change,
  type Grounds,
  publicLine,
  requireDifference,
  requireNotStruck,
} from '@qianshou/kernel';
import { noted } from '../reference/corrections.ts';
import { type ProgrammePhase, requireOpenPhase, type Span } from '../scheme/programme-phase.ts';
import { pairingDatesInvalid, pairingNotRecorded, pairingOutsidePhase, pairingStruck } from './errors.ts';
import { refuseOverlap, requirePast } from './history.ts';
import type { PairingCorrected } from './pairing-events.ts';
import { requireBetween, requireSpan } from './pairing-life-cycle.ts';
import { isOpen, type Pairing } from './pairing.ts';
import type { AgreementFacts } from './struck-parts.ts';

/** What is right; what is not named stays. */
export interface RightAgreement extends Partial<Span> {
  readonly agreementNo?: string;
  readonly signedOn?: CalendarDate;
}

export interface PairingCorrectionFacts {
  readonly phases: readonly ProgrammePhase[];
  /** What the two agencies have, or had, on whichever side. */
  readonly others: readonly Pairing[];
  /** The first and the last day of what is recorded of its work; null where there is nothing. */
  readonly work: { readonly first: CalendarDate | null; readonly last: CalendarDate | null };
  readonly today: CalendarDate;
}

const SAID = ['agreementNo', 'signedOn', 'startsOn', 'endsOn'] as const;

/** As long as it stands and something was signed. */
export function isCorrectable({ signedOn, struck = null }: Pairing): boolean {
  return signedOn !== null && struck === null;
}

/** The agreement says otherwise: its days are judged as if they were recorded now, and where the pairing stands follows. */
export function correctPairing(
  pairing: Pairing,
  corrected: RightAgreement,
  { reason, evidence, ...facts }: Grounds & PairingCorrectionFacts,
): Change<Pairing, PairingCorrected> {
  requireNotStruck(pairing, pairingStruck);
  const said: AgreementFacts = pairing;
  for (const field of SAID) requireRecorded(pairing, field, corrected[field]);
  const checked = checkedAgreement(corrected);
  requireDifference<AgreementFacts>(said, checked);
  const right = standing({ ...pairing, ...checked } as Pairing, facts.today);
  requireDays(right, pairing, facts);
  const { signedOn, startsOn, endsOn } = pairing;
  const before = noted(said, SAID, { reason, evidence }, facts.today);
  return {
    state: { ...right, corrections: [...(pairing.corrections ?? []), before] },
    events: [{ type: 'pairing.corrected', pairingId: pairing.id, before: { signedOn, startsOn, endsOn } }],
  };
}

function checkedAgreement({ agreementNo, ...days }: RightAgreement): Partial<AgreementFacts> {
  if (agreementNo === undefined) return days;
  return { ...days, agreementNo: publicLine(agreementNo, 'agreementNo', 100) };
}

function requireRecorded(
  { status, ...said }: Pairing,
  field: keyof AgreementFacts,
  corrected: unknown,
): void {
  if (corrected !== undefined && said[field] === null) throw pairingNotRecorded({ field, status });
}

/** What its last day makes of it; history ended on that day. */
function standing(pairing: Pairing, today: CalendarDate): Pairing {
  const { status, endsOn, origin } = pairing;
  if (origin === 'HISTORY' && status === 'COMPLETED') return { ...pairing, completedOn: pairing.endsOn };
  if ((status !== 'ACTIVE' && status !== 'PAST_END') || endsOn === null) return pairing;
  return { ...pairing, status: endsOn < today ? 'PAST_END' : 'ACTIVE' };
}

function requireDays(right: Pairing, before: Pairing, facts: PairingCorrectionFacts): void {
  const { signedOn, startsOn, endsOn } = right;
  requireBetween('signedOn', signedOn as CalendarDate, null, facts.today);
  if (startsOn !== null && endsOn !== null) {
    requirePhase(right, before, facts);
    requireEndsAfter(right, startsOn);
    requireWorkWithin(right, { startsOn, endsOn }, facts.work);
  }
  if (signedOn !== before.signedOn || endsOn !== before.endsOn)
    refuseOverlap(
      right,
      facts.others.filter(({ id }) => id !== right.id),
    );
}

/** PAIR-3: new days lie in a phase, in an open one while the pairing is open. */
function requirePhase(right: Pairing, before: Pairing, { phases, today }: PairingCorrectionFacts): void {
  const { signedOn, cycleYear } = right;
  const span = right as Span;
  if (right.origin === 'HISTORY') {
    requirePast({ signedOn: signedOn as CalendarDate }, span, { phases, today, scheme: { year: cycleYear } });
    return;
  }
  requireSpan({ signedOn: signedOn as CalendarDate, cycleYear }, span);
  requireBetween('startsOn', span.startsOn, null, today);
  if (span.startsOn === before.startsOn && span.endsOn === before.endsOn) return;
  if (isOpen(right)) requireOpenPhase(span, phases);
  else if (!phases.some((phase) => phase.startsOn <= span.startsOn && span.endsOn <= phase.endsOn))
    throw pairingOutsidePhase({ ...span });
}

/** It rested, was completed or ended after it had begun. */
function requireEndsAfter({ suspendedOn, completedOn, terminatedOn }: Pairing, startsOn: CalendarDate): void {
  const first = [suspendedOn, completedOn, terminatedOn].find((day) => day !== null && day < startsOn);
  if (first === undefined || first === null) return;
  throw pairingDatesInvalid({
    field: 'startsOn',
    reason: { en: `the pairing rested or ended on ${first} already`, zh: `结对已于 ${first} 暂停或结束` },
  });
}

function requireWorkWithin(
  { terminatedOn }: Pairing,
  { startsOn, endsOn }: Span,
  { first, last }: PairingCorrectionFacts['work'],
): void {
  if (first !== null && first < startsOn) throw workBeyond('startsOn', first);
  const lastDay = [endsOn, terminatedOn ?? endsOn].toSorted()[0] ?? endsOn;
  if (last !== null && last > lastDay) throw workBeyond('endsOn', last);
}

function workBeyond(field: 'startsOn' | 'endsOn', day: CalendarDate) {
  return pairingDatesInvalid({
    field,
    reason: {
      en: `a stay, an activity, an evaluation or a target of ${day} is recorded: put that record right first, or give the right day`,
      zh: `已登记 ${day} 的派驻、活动、评估或目标：请先更正该记录，或填写正确日期`,
    },
  });
}
