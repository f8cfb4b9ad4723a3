import type { Change, RegionCode } from '@qianshou/kernel';
import type { CooperationScheme, SchemePlaceTaken } from '../scheme/cooperation-scheme.ts';
import { takePlace } from '../scheme/cooperation-scheme.ts';
import { refuseObjected } from '../application/recommendation.ts';
import { type Parties, recipientKindOf, requireEligible } from '../application/eligibility.ts';
import type { PairingId } from '../ids.ts';
import { accept, requirePending } from '../application/application-decision.ts';
import type {
  ApplicationDecided,
  MatchedApplication,
  PairingApplication,
} from '../application/pairing-application.ts';
import type { PairingMatched } from './pairing-events.ts';
import { type MatchedPairing, type OpenPairings, pair } from './pairing.ts';
import { type ProgrammePhase, requireOpenYear } from '../scheme/programme-phase.ts';
import { type RecipientCounty, tierOf } from '../county/recipient-county.ts';

/** What a new pairing rests on; all of it is held still until it is saved. */
export interface PairingGround extends Omit<Parties, 'countyCode'> {
  readonly county: RecipientCounty;
  readonly phases: readonly ProgrammePhase[];
  readonly open: OpenPairings;
  /** Pairings that the county has had in this cycle year, for the number. */
  readonly earlierInYear: number;
}

export interface MatchingFacts extends PairingGround {
  readonly pairingId: PairingId;
  readonly reviewOpinion: string | null;
  readonly at: Date;
}

/** One decision over three objects: the application is accepted, a place of the scheme taken, a pairing born. */
export interface MatchDecision {
  readonly application: Change<MatchedApplication, ApplicationDecided>;
  readonly scheme: Change<CooperationScheme, SchemePlaceTaken>;
  readonly pairing: Change<MatchedPairing, PairingMatched>;
}

export function match(application: PairingApplication, facts: MatchingFacts): MatchDecision {
  const submitted = requirePending(application);
  refuseObjected(submitted);
  const { scheme, recipient, county, pairingId, at } = facts;
  requireEligible({ ...facts, countyCode: submitted.countyCode });
  requireOpenYear(scheme.year, facts.phases);
  const pairing = pair(
    {
      id: pairingId,
      pairNo: pairNoOf(scheme.year, submitted.countyCode, facts.earlierInYear),
      applicationId: submitted.id,
      renewedFromId: null,
      handedOverFromId: null,
      schemeId: scheme.id,
      dispatchingAgencyId: submitted.dispatchingAgencyId,
      recipientAgencyId: submitted.recipientAgencyId,
      recipientKind: recipientKindOf(recipient),
      countyCode: submitted.countyCode,
      countyTier: tierOf(county, submitted.continuesEarlierPairing),
      mode: scheme.mode,
      taskGroups: submitted.taskGroups,
      cycleYear: scheme.year,
      matchedAt: at,
    },
    facts.open,
  );
  return { application: accept(submitted, facts), scheme: takePlace(scheme), pairing };
}

/** For people: the cycle year, the county, and the how-manieth there. */
export function pairNoOf(cycleYear: number, countyCode: RegionCode, earlierInYear: number): string {
  return `${cycleYear}-${countyCode}-${earlierInYear + 1}`;
}
