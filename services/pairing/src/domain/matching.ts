import type { Change } from '@qianshou/kernel';
import type { CooperationScheme, SchemePlaceTaken } from './cooperation-scheme.ts';
import { takePlace } from './cooperation-scheme.ts';
import { type Parties, recipientKindOf, requireEligible } from './eligibility.ts';
import type { PairingId } from './ids.ts';
import {
  accept,
  type ApplicationDecided,
  type MatchedApplication,
  type PairingApplication,
  requireSubmitted,
} from './pairing-application.ts';
import { type MatchedPairing, type OpenPairings, pair, type PairingMatched } from './pairing.ts';
import { type ProgrammePhase, requireOpenYear } from './programme-phase.ts';
import { type RecipientCounty, tierOf } from './recipient-county.ts';

/** What the province's decision rests on; all of it is held still until the decision is saved. */
export interface MatchingFacts extends Omit<Parties, 'countyCode'> {
  readonly county: RecipientCounty;
  readonly phases: readonly ProgrammePhase[];
  readonly open: OpenPairings;
  /** Pairings that the county has had in this cycle year, for the number. */
  readonly earlierInYear: number;
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
  const submitted = requireSubmitted(application);
  const { scheme, recipient, county, pairingId, at } = facts;
  requireEligible({ ...facts, countyCode: submitted.countyCode });
  requireOpenYear(scheme.year, facts.phases);
  const pairing = pair(
    {
      id: pairingId,
      pairNo: `${scheme.year}-${submitted.countyCode}-${facts.earlierInYear + 1}`,
      applicationId: submitted.id,
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
