import {
  type CalendarDate,
  type Change,
  lineage,
  type PublicText,
  type RegionCode,
  type Struck,
  type Versioned,
} from '@qianshou/kernel';
import type { PairingMode } from '../scheme/cooperation-scheme.ts';
import type { RecipientKind, Side } from '../application/eligibility.ts';
import { agencyAlreadyPaired } from '../reference/errors.ts';
import type { AgencyId, ApplicationId, PairingId, SchemeId, StationId, WorkerId } from '../ids.ts';
import type { TaskGroup } from '../application/pairing-application.ts';
import type { PairingMatched, PairingProgressed } from './pairing-events.ts';
import type {
  Extension,
  GrowthDay,
  Provenance,
  PutRight,
  StruckGrowth,
  StruckTrainee,
  TaskGroupChange,
} from './struck-parts.ts';
import type { CountyTier } from '../county/recipient-county.ts';

/** What a matching fixes for the pairing's whole life, and every one of its facts tells. */
export interface PairingTerms {
  readonly schemeId: SchemeId;
  readonly dispatchingAgencyId: AgencyId;
  readonly recipientAgencyId: AgencyId;
  readonly countyCode: RegionCode;
  readonly countyTier: CountyTier;
  readonly mode: PairingMode;
  readonly taskGroups: readonly TaskGroup[];
  readonly cycleYear: number;
}

/** Where a pairing comes from: an application of both sides, or an earlier pairing that it goes on from. */
export interface Origin {
  /** Null for what was entered as history: nobody applied for it here. */
  readonly applicationId: ApplicationId | null;
  /** The completed pairing whose two agencies go on together. */
  readonly renewedFromId: PairingId | null;
  /** The terminated pairing whose county it takes over. */
  readonly handedOverFromId: PairingId | null;
}

interface PairingFacts extends PairingTerms, Origin, Provenance, PutRight, Versioned {
  readonly id: PairingId;
  /** For people: cycle year, county, and the how-manieth there. */
  readonly pairNo: string;
  /** The county and everything above it. */
  readonly regions: readonly RegionCode[];
  readonly recipientKind: RecipientKind;
  readonly matchedAt: Date;
  /** Stations of the county that opened while the pairing was active, each once. */
  readonly stationsOpened: readonly StationId[];
  /** People of the recipient side who are to be trained; references to personnel (PAIR-10). */
  readonly traineeIds: readonly WorkerId[];
  /** Agencies of the county that grew with the pairing's help (PAIR-9). */
  readonly agenciesGrown: readonly AgencyId[];
  readonly growthDays: readonly GrowthDay[];
  readonly growthStruck: readonly StruckGrowth[];
  readonly traineesStruck: readonly StruckTrainee[];
  /** Each with the document that put the last day off. */
  readonly extensions: readonly Extension[];
  /** Each with the document by which both sides agreed on other tasks; absent in records of before. */
  readonly taskGroupChanges?: readonly TaskGroupChange[];
  /** Null unless the match was a mistake; then it has no place in its scheme. Absent in records of before. */
  readonly struck?: Struck | null;
}

interface Unsigned {
  readonly agreementNo: null;
  readonly signedOn: null;
}

interface Signed {
  readonly agreementNo: PublicText;
  readonly signedOn: CalendarDate;
}

interface NotStarted {
  readonly startsOn: null;
  readonly endsOn: null;
}

/** What every pairing knows that has ever begun its work. */
interface Begun extends Signed {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

interface NotSuspended {
  readonly suspendedOn: null;
  readonly suspensionReason: null;
}

interface NotEnded {
  readonly completedOn: null;
  readonly terminatedOn: null;
  readonly terminationReason: null;
  readonly handedOverToId: null;
}

export interface MatchedPairing extends PairingFacts, Unsigned, NotStarted, NotSuspended, NotEnded {
  readonly status: 'MATCHED';
}

export interface SignedPairing extends PairingFacts, Signed, NotStarted, NotSuspended, NotEnded {
  readonly status: 'SIGNED';
}

export interface ActivePairing extends PairingFacts, Begun, NotSuspended, NotEnded {
  readonly status: 'ACTIVE';
}

/** Its last day is over and nobody has ended it: it covers nothing and counts no day until somebody does. */
export interface PastEndPairing extends PairingFacts, Begun, NotSuspended, NotEnded {
  readonly status: 'PAST_END';
}

export interface SuspendedPairing extends PairingFacts, Begun, NotEnded {
  readonly status: 'SUSPENDED';
  readonly suspendedOn: CalendarDate;
  readonly suspensionReason: PublicText;
}

/** The work is over and is judged; nothing new is dispatched any more. */
export interface PairingInFinalEvaluation extends PairingFacts, Begun, NotSuspended, NotEnded {
  readonly status: 'FINAL_EVALUATION';
}

export interface CompletedPairing extends PairingFacts, Begun, NotSuspended {
  readonly status: 'COMPLETED';
  readonly completedOn: CalendarDate;
  readonly terminatedOn: null;
  readonly terminationReason: null;
  readonly handedOverToId: null;
}

/** Ended before its time, from any status in which it was open. */
export interface TerminatedPairing extends PairingFacts {
  readonly status: 'TERMINATED';
  readonly agreementNo: PublicText | null;
  readonly signedOn: CalendarDate | null;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly suspendedOn: CalendarDate | null;
  readonly suspensionReason: PublicText | null;
  readonly completedOn: null;
  readonly terminatedOn: CalendarDate;
  readonly terminationReason: PublicText;
  readonly handedOverToId: PairingId | null;
}

export type OpenPairing =
  | MatchedPairing
  | SignedPairing
  | ActivePairing
  | PastEndPairing
  | SuspendedPairing
  | PairingInFinalEvaluation;

export type Pairing = OpenPairing | CompletedPairing | TerminatedPairing;

/** The statuses in which a pairing takes its agencies' one place of the year. */
export const OPEN_STATUSES = [
  'MATCHED',
  'SIGNED',
  'ACTIVE',
  'PAST_END',
  'SUSPENDED',
  'FINAL_EVALUATION',
] as const satisfies readonly OpenPairing['status'][];

export function isOpen(pairing: Pairing): pairing is OpenPairing {
  return OPEN_STATUSES.some((status) => status === pairing.status);
}

export interface Matching extends PairingTerms, Origin {
  readonly id: PairingId;
  readonly pairNo: string;
  readonly recipientKind: RecipientKind;
  readonly matchedAt: Date;
}

/** The open pairings that the two agencies have in the same role and cycle year. */
export type OpenPairings = Readonly<Record<Side, Pick<Pairing, 'id' | 'pairNo'> | null>>;

/** PAIR-1: one to one; per role and cycle year an agency has at most one open pairing. */
export function pair(matching: Matching, open: OpenPairings): Change<MatchedPairing, PairingMatched> {
  requireUnpaired('DISPATCHING', matching.dispatchingAgencyId, matching, open);
  requireUnpaired('RECIPIENT', matching.recipientAgencyId, matching, open);
  const pairing: MatchedPairing = {
    ...matching,
    regions: lineage(matching.countyCode),
    version: 0,
    stationsOpened: [],
    traineeIds: [],
    agenciesGrown: [],
    growthDays: [],
    growthStruck: [],
    traineesStruck: [],
    extensions: [],
    taskGroupChanges: [],
    status: 'MATCHED',
    agreementNo: null,
    signedOn: null,
    startsOn: null,
    endsOn: null,
    suspendedOn: null,
    suspensionReason: null,
    completedOn: null,
    terminatedOn: null,
    terminationReason: null,
    handedOverToId: null,
  };
  return { state: pairing, events: [{ type: 'pairing.matched', pairingId: pairing.id }] };
}

/** BUILD_STATION moves by one for each station, however often that station opens. */
export function countStation(
  pairing: ActivePairing,
  stationId: StationId,
): Change<ActivePairing, PairingProgressed> {
  if (pairing.stationsOpened.includes(stationId)) return { state: pairing, events: [] };
  const stationsOpened = [...pairing.stationsOpened, stationId];
  return {
    state: { ...pairing, stationsOpened },
    events: [
      {
        type: 'pairing.progressed',
        pairingId: pairing.id,
        taskGroup: 'BUILD_STATION',
        indicator: 'STATIONS_OPENED',
        value: stationsOpened.length,
      },
    ],
  };
}

function requireUnpaired(side: Side, agencyId: AgencyId, matching: Matching, open: OpenPairings): void {
  const pairing = open[side];
  if (pairing === null) return;
  const { id: pairingId, pairNo } = pairing;
  throw agencyAlreadyPaired({ agencyId, side, cycleYear: matching.cycleYear, pairingId, pairNo });
}
