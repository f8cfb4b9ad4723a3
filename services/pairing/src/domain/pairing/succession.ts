import type { Change } from '@qianshou/kernel';
import { type CooperationScheme, type SchemePlaceTaken, takePlace } from '../scheme/cooperation-scheme.ts';
import { recipientKindOf, requireEligible } from '../application/eligibility.ts';
import { handOverToSame, pairingNotCompleted } from './errors.ts';
import type { PairingId } from '../ids.ts';
import { type PairingGround, pairNoOf } from './matching.ts';
import type { PairingMatched } from './pairing-events.ts';
import { type MatchedPairing, type Origin, pair, type Pairing } from './pairing.ts';
import { requireOpenYear } from '../scheme/programme-phase.ts';
import { tierOf } from '../county/recipient-county.ts';

export interface Successor {
  readonly pairingId: PairingId;
  readonly at: Date;
}

/** A new pairing of the same two agencies under the scheme of another year: it takes a place of that scheme. */
export interface Renewal {
  readonly scheme: Change<CooperationScheme, SchemePlaceTaken>;
  readonly pairing: Change<MatchedPairing, PairingMatched>;
}

export function renew(earlier: Pairing, ground: PairingGround, successor: Successor): Renewal {
  if (earlier.status !== 'COMPLETED') throw pairingNotCompleted({ status: earlier.status });
  const origin = originOf(earlier, { renewedFromId: earlier.id });
  const pairing = succeed(earlier, ground, successor, origin);
  return { scheme: takePlace(ground.scheme), pairing };
}

/** Another agency takes over the county and the recipient; the place of the scheme goes over with them. */
export function handOver(
  earlier: Pairing,
  ground: PairingGround,
  successor: Successor,
): Change<MatchedPairing, PairingMatched> {
  if (ground.dispatching.id === earlier.dispatchingAgencyId)
    throw handOverToSame({ agencyId: earlier.dispatchingAgencyId });
  return succeed(earlier, ground, successor, originOf(earlier, { handedOverFromId: earlier.id }));
}

/** The application of the first pairing stays the root of all that follow it. */
function originOf({ applicationId }: Pairing, link: Partial<Origin>): Origin {
  return { applicationId, renewedFromId: null, handedOverFromId: null, ...link };
}

function succeed(
  earlier: Pairing,
  ground: PairingGround,
  { pairingId, at }: Successor,
  origin: Origin,
): Change<MatchedPairing, PairingMatched> {
  const { scheme, dispatching, recipient, county, phases, open, earlierInYear } = ground;
  const { countyCode, taskGroups } = earlier;
  requireEligible({ ...ground, countyCode });
  requireOpenYear(scheme.year, phases);
  return pair(
    {
      ...origin,
      id: pairingId,
      pairNo: pairNoOf(scheme.year, countyCode, earlierInYear),
      schemeId: scheme.id,
      dispatchingAgencyId: dispatching.id,
      recipientAgencyId: recipient.id,
      recipientKind: recipientKindOf(recipient),
      countyCode,
      countyTier: tierOf(county, true),
      mode: scheme.mode,
      taskGroups,
      cycleYear: scheme.year,
      matchedAt: at,
    },
    open,
  );
}
