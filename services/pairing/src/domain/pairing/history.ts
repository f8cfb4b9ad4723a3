import {
  type CalendarDate,
  type Change,
  type DocumentReference,
  lineage,
  publicLine,
} from '@qianshou/kernel';
import { requireVerified } from '../agency/agency-verification.ts';
import { recipientKindOf, ruleBrokenBy } from '../application/eligibility.ts';
import type { TaskGroup } from '../application/pairing-application.ts';
import { requireSchemeStands } from '../scheme/cooperation-scheme.ts';
import { tierOf } from '../county/recipient-county.ts';
import type { PairingId } from '../ids.ts';
import type { ProgrammePhase, Span } from '../scheme/programme-phase.ts';
import { historyBreaksRule, historyOutsidePhase, historyOverlaps, pairingDatesInvalid } from './errors.ts';
import { type PairingGround, pairNoOf } from './matching.ts';
import { clash } from './overlap.ts';
import type { HistoryEntered } from './pairing-events.ts';
import type { Agreement } from './pairing-life-cycle.ts';
import type { CompletedPairing, Pairing } from './pairing.ts';

/** What the papers of earlier years say of a pairing that is over. */
export interface PastPairing {
  readonly pairingId: PairingId;
  readonly taskGroups: readonly TaskGroup[];
  readonly agreement: Agreement;
  readonly span: Span;
  readonly source: DocumentReference;
}

export interface HistoryFacts extends Omit<PairingGround, 'open'> {
  /** What the two agencies had in that year, on whichever side. */
  readonly others: readonly Pairing[];
  readonly at: Date;
  readonly today: CalendarDate;
}

/** Marked and counted apart: nobody applied for it here, and it takes no place of its scheme. */
export function enterHistory(
  { pairingId, taskGroups, agreement, span, source }: PastPairing,
  facts: HistoryFacts,
): Change<CompletedPairing, HistoryEntered> {
  const { scheme, dispatching, recipient, county, at, today } = facts;
  requireSchemeStands(scheme);
  for (const agency of [dispatching, recipient]) requireVerified(agency);
  const brokenRule = ruleBrokenBy({ dispatching, recipient, scheme, countyCode: county.id });
  if (brokenRule !== null) throw historyBreaksRule({ brokenRule });
  requirePast(agreement, span, facts);
  const pairing: CompletedPairing = {
    ...unchanged(taskGroups),
    id: pairingId,
    version: 0,
    pairNo: pairNoOf(scheme.year, county.id, facts.earlierInYear),
    schemeId: scheme.id,
    dispatchingAgencyId: dispatching.id,
    recipientAgencyId: recipient.id,
    recipientKind: recipientKindOf(recipient),
    countyCode: county.id,
    regions: lineage(county.id),
    countyTier: tierOf(county, false),
    mode: scheme.mode,
    cycleYear: scheme.year,
    matchedAt: at,
    ...span,
    agreementNo: publicLine(agreement.agreementNo, 'agreementNo', 100),
    signedOn: agreement.signedOn,
    completedOn: span.endsOn,
    origin: 'HISTORY',
    enteredFrom: { on: today, source },
  };
  refuseOverlap(pairing, facts.others);
  return { state: pairing, events: [{ type: 'pairing.history-entered', pairingId }] };
}

function unchanged(taskGroups: readonly TaskGroup[]) {
  return {
    applicationId: null,
    renewedFromId: null,
    handedOverFromId: null,
    taskGroups,
    stationsOpened: [],
    traineeIds: [],
    agenciesGrown: [],
    growthDays: [],
    growthStruck: [],
    traineesStruck: [],
    extensions: [],
    taskGroupChanges: [],
    status: 'COMPLETED',
    suspendedOn: null,
    suspensionReason: null,
    terminatedOn: null,
    terminationReason: null,
    handedOverToId: null,
  } as const;
}

/** PAIR-3: what is still to come, or may still begin, is matched and signed; history lies in a phase that is closed. */
export function requirePast(
  { signedOn }: Pick<Agreement, 'signedOn'>,
  { startsOn, endsOn }: Span,
  {
    phases,
    scheme,
    today,
  }: Pick<HistoryFacts, 'phases' | 'today'> & { readonly scheme: { readonly year: number } },
): void {
  const closed = phases.some((phase) => holds(phase, { startsOn, endsOn }) && phase.status === 'CLOSED');
  if (!closed || endsOn > today) throw historyOutsidePhase({ startsOn, endsOn });
  if (signedOn > startsOn || startsOn > endsOn)
    throw pairingDatesInvalid({
      field: 'startsOn',
      reason: { en: 'signed, begun and ended in this order', zh: '应依次为签署、开始、结束' },
    });
  if (Number(startsOn.slice(0, 4)) > scheme.year || Number(endsOn.slice(0, 4)) < scheme.year)
    throw pairingDatesInvalid({
      field: 'startsOn',
      reason: { en: `outside the cycle year ${scheme.year}`, zh: `不在 ${scheme.year} 年度内` },
    });
}

function holds(phase: ProgrammePhase, { startsOn, endsOn }: Span): boolean {
  return phase.startsOn <= startsOn && endsOn <= phase.endsOn;
}

/** PAIR-1: the same role in the same year on the same days. */
export function refuseOverlap(pairing: Pairing, others: readonly Pairing[]): void {
  const { dispatchingAgencyId, recipientAgencyId } = pairing;
  const standing = others.filter(({ struck = null }) => struck === null);
  const overlapped = standing.find((other) =>
    [dispatchingAgencyId, recipientAgencyId].some(
      (id) =>
        (other.dispatchingAgencyId === id || other.recipientAgencyId === id) && clash(pairing, other, id, id),
    ),
  );
  if (overlapped !== undefined) throw historyOverlaps({ pairNo: overlapped.pairNo });
}
