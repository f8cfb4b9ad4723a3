import { type CalendarDate, type Change, publicLine, type Written } from '@qianshou/kernel';
import type { CooperationScheme, SchemePlaceTaken } from '../scheme/cooperation-scheme.ts';
import { SIDES } from '../application/eligibility.ts';
import type { ApplicationId, PairingId } from '../ids.ts';
import { match, type PairingGround } from './matching.ts';
import { type ConsentDocument } from '../application/consent.ts';
import {
  type ApplicationEvent,
  type MatchedApplication,
  type Plan,
  proposeForBoth,
} from '../application/pairing-application.ts';
import type { PairingEvent } from './pairing-events.ts';
import { type Agreement, sign, start } from './pairing-life-cycle.ts';
import type { ActivePairing, CompletedPairing, PastEndPairing, SignedPairing } from './pairing.ts';
import type { Span } from '../scheme/programme-phase.ts';

/** A pairing as its papers have it: decided and signed before it was entered here, and perhaps begun. */
export interface PastPairing {
  readonly applicationId: ApplicationId;
  readonly pairingId: PairingId;
  readonly plan: Written<Plan>;
  readonly agreement: Agreement;
  /** Null while the work has not begun. */
  readonly span: Span | null;
}

export interface TakeOverFacts extends PairingGround {
  readonly at: Date;
  readonly today: CalendarDate;
}

export interface TakenOver {
  readonly application: Change<MatchedApplication, ApplicationEvent>;
  readonly scheme: Change<CooperationScheme, SchemePlaceTaken>;
  readonly pairing: Change<SignedPairing | ActivePairing | PastEndPairing, PairingEvent>;
}

/** A row that was entered: as it is done here, or as history, for which nobody applied and which takes no place. */
export interface EnteredPairing {
  readonly application: TakenOver['application'] | null;
  readonly scheme: TakenOver['scheme'] | null;
  readonly pairing: TakenOver['pairing'] | Change<CompletedPairing, PairingEvent>;
}

/**
 * The province enters its history in one step: handed in for both sides, matched, signed and, with its days, begun.
 * Each of these decides as it does for a pairing that is made here, so no rule is passed over.
 */
export function takeOverPairing(past: PastPairing, facts: TakeOverFacts): TakenOver {
  const { applicationId, pairingId, plan, agreement, span } = past;
  const { phases, today, at } = facts;
  const submitted = proposeForBoth(
    applicationId,
    plan,
    { ...facts, countyCode: facts.county.id },
    { papers: papersOf(agreement), at },
  );
  const matched = match(submitted.state, { ...facts, pairingId, reviewOpinion: null });
  const signed = sign(matched.pairing.state, agreement, today);
  const begun = span === null ? null : start(signed.state, span, { phases, today });
  return {
    application: {
      state: matched.application.state,
      events: [...submitted.events, ...matched.application.events],
    },
    scheme: matched.scheme,
    pairing: {
      state: begun?.state ?? signed.state,
      events: [...matched.pairing.events, ...signed.events, ...(begun?.events ?? [])],
    },
  };
}

/** Both sides signed the agreement: that is their paper (PAIR-6). */
function papersOf({ agreementNo, signedOn }: Agreement): readonly ConsentDocument[] {
  const documentNo = publicLine(agreementNo, 'agreementNo', 100);
  return SIDES.map((side) => ({ side, documentNo, givenOn: signedOn }));
}
