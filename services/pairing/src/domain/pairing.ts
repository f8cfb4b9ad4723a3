import {
  type CalendarDate,
  type Change,
  type RegionCode,
  text,
  type Versioned,
  yearOf,
} from '@qianshou/kernel';
import type { PairingMode } from './cooperation-scheme.ts';
import type { RecipientKind, Side } from './eligibility.ts';
import { agencyAlreadyPaired, pairingDatesInvalid, pairingNotMatched, pairingNotSigned } from './errors.ts';
import type { AgencyId, ApplicationId, PairingId, SchemeId, StationId } from './ids.ts';
import type { TaskGroup } from './pairing-application.ts';
import { type ProgrammePhase, requireOpenPhase, type Span } from './programme-phase.ts';

export const COUNTY_TIERS = ['KEY_COUNTY', 'TIBET_XINJIANG', 'LEGACY_CONTINUED', 'OTHER'] as const;

export type CountyTier = (typeof COUNTY_TIERS)[number];

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

interface PairingFacts extends PairingTerms, Versioned {
  readonly id: PairingId;
  /** For people: cycle year, county, and the how-manieth there. */
  readonly pairNo: string;
  readonly applicationId: ApplicationId;
  readonly recipientKind: RecipientKind;
  readonly matchedAt: Date;
  /** Stations of the county that opened while the pairing was active, each once. */
  readonly stationsOpened: readonly StationId[];
}

export interface MatchedPairing extends PairingFacts {
  readonly status: 'MATCHED';
  readonly agreementNo: null;
  readonly signedOn: null;
  readonly startsOn: null;
  readonly endsOn: null;
}

export interface SignedPairing extends PairingFacts {
  readonly status: 'SIGNED';
  readonly agreementNo: string;
  readonly signedOn: CalendarDate;
  readonly startsOn: null;
  readonly endsOn: null;
}

export interface ActivePairing extends PairingFacts {
  readonly status: 'ACTIVE';
  readonly agreementNo: string;
  readonly signedOn: CalendarDate;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

export type Pairing = MatchedPairing | SignedPairing | ActivePairing;

/** The statuses in which a pairing takes its agencies' one place of the year. */
export const OPEN_STATUSES = ['MATCHED', 'SIGNED', 'ACTIVE'] as const satisfies readonly Pairing['status'][];

/** Facts of a pairing; its terms never change, so a reader of the state knows them. */
export interface PairingMatched {
  readonly type: 'pairing.matched';
  readonly pairingId: PairingId;
}

export interface PairingSigned {
  readonly type: 'pairing.signed';
  readonly pairingId: PairingId;
  readonly signedOn: CalendarDate;
}

export interface PairingActivated {
  readonly type: 'pairing.activated';
  readonly pairingId: PairingId;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

export interface PairingProgressed {
  readonly type: 'pairing.progressed';
  readonly pairingId: PairingId;
  readonly taskGroup: 'BUILD_STATION';
  readonly indicator: 'STATIONS_OPENED';
  readonly value: number;
}

export type PairingEvent = PairingMatched | PairingSigned | PairingActivated | PairingProgressed;

export interface Matching extends PairingTerms {
  readonly id: PairingId;
  readonly pairNo: string;
  readonly applicationId: ApplicationId;
  readonly recipientKind: RecipientKind;
  readonly matchedAt: Date;
}

/** The open pairings that the two agencies have in the same role and cycle year. */
export type OpenPairings = Readonly<Record<Side, Pick<Pairing, 'id'> | null>>;

/** PAIR-1: one to one; per role and cycle year an agency has at most one open pairing. */
export function pair(matching: Matching, open: OpenPairings): Change<MatchedPairing, PairingMatched> {
  requireUnpaired('DISPATCHING', matching.dispatchingAgencyId, matching, open);
  requireUnpaired('RECIPIENT', matching.recipientAgencyId, matching, open);
  const pairing: MatchedPairing = {
    ...matching,
    version: 0,
    stationsOpened: [],
    status: 'MATCHED',
    agreementNo: null,
    signedOn: null,
    startsOn: null,
    endsOn: null,
  };
  return { state: pairing, events: [{ type: 'pairing.matched', pairingId: pairing.id }] };
}

export interface Agreement {
  readonly agreementNo: string;
  readonly signedOn: CalendarDate;
}

export function sign(
  pairing: Pairing,
  { agreementNo, signedOn }: Agreement,
  today: CalendarDate,
): Change<SignedPairing, PairingSigned> {
  if (pairing.status !== 'MATCHED') throw pairingNotMatched({ status: pairing.status });
  requireNotAfter('signedOn', signedOn, today);
  return {
    state: { ...pairing, status: 'SIGNED', agreementNo: text(agreementNo, 'agreementNo', 100), signedOn },
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
): Change<ActivePairing, PairingActivated> {
  if (pairing.status !== 'SIGNED') throw pairingNotSigned({ status: pairing.status });
  requireSpan(pairing, { startsOn, endsOn });
  requireNotAfter('startsOn', startsOn, today);
  requireOpenPhase({ startsOn, endsOn }, phases);
  return {
    state: { ...pairing, status: 'ACTIVE', startsOn, endsOn },
    events: [{ type: 'pairing.activated', pairingId: pairing.id, startsOn, endsOn }],
  };
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
  throw agencyAlreadyPaired({ agencyId, side, cycleYear: matching.cycleYear, pairingId: pairing.id });
}

/** A cycle may reach into the next year, but a pairing of 2026 works in 2026. */
function requireSpan(pairing: SignedPairing, { startsOn, endsOn }: Span): void {
  if (endsOn <= startsOn) throw pairingDatesInvalid({ field: 'endsOn', reason: 'not after startsOn' });
  if (startsOn < pairing.signedOn)
    throw pairingDatesInvalid({ field: 'startsOn', reason: 'before the agreement was signed' });
  if (yearOf(startsOn) > pairing.cycleYear || yearOf(endsOn) < pairing.cycleYear)
    throw pairingDatesInvalid({
      field: 'startsOn',
      reason: `outside the cycle year ${pairing.cycleYear}`,
    });
}

function requireNotAfter(field: string, day: CalendarDate, today: CalendarDate): void {
  if (day > today) throw pairingDatesInvalid({ field, reason: 'in the future' });
}
