import {
  type Actor,
  actsFor,
  type CalendarDate,
  notPermitted,
  permit,
  type PuttingRight,
  type Recorded,
} from '@qianshou/kernel';
import type { Posting } from './posting.ts';
import type { RecruitingParty } from './signatures.ts';
import type { PostingRole, Workplace } from '../reference/workplace.ts';
import { type ReadScope, readScope, sees, isBureau, actsForOptional } from '../policy.ts';

/** A post, planned or held: all that decides who acts for it. */
export type PostPlace = Pick<Workplace, 'countyCode' | 'townshipCode' | 'operatorAgencyId'>;

const PARTY_ACTS: Readonly<Record<RecruitingParty, (actor: Actor, post: PostPlace) => boolean>> = {
  COUNTY_BUREAU: (actor, { countyCode }) => isBureau(actor, countyCode),
  TOWNSHIP_OFFICE: (actor, { townshipCode }) =>
    townshipCode !== null && actsFor(actor, ['TOWNSHIP_CIVIL_AFFAIRS'], townshipCode),
  // Without an operator the bureau sends people itself.
  OPERATOR: (actor, { operatorAgencyId, countyCode }) =>
    operatorAgencyId === null ? isBureau(actor, countyCode) : actsForOptional(actor, operatorAgencyId),
};

/** Who brings whom: residents are everybody's, heads the authorities', deputies and centre workers the operator's. */
const PROPOSERS: Readonly<Record<PostingRole, readonly RecruitingParty[]>> = {
  STATION_HEAD: ['TOWNSHIP_OFFICE', 'COUNTY_BUREAU'],
  DEPUTY_HEAD: ['OPERATOR'],
  RESIDENT: ['COUNTY_BUREAU', 'TOWNSHIP_OFFICE', 'OPERATOR'],
  CENTRE_WORKER: ['OPERATOR', 'COUNTY_BUREAU'],
};

/** The party for which the actor acts here, of those who may propose or start this role; the first, where of several. */
export function canPropose(actor: Actor, role: PostingRole, post: PostPlace): RecruitingParty | null {
  return PROPOSERS[role].find((party) => PARTY_ACTS[party](actor, post)) ?? null;
}

export function mayPropose(actor: Actor, role: PostingRole, post: PostPlace): RecruitingParty {
  return permitted(canPropose(actor, role, post));
}

/** PER-4: the party that the actor signs for; one that has not signed goes first. */
export function canSign(
  actor: Actor,
  post: PostPlace,
  missing: readonly RecruitingParty[],
): RecruitingParty | null {
  const parties = PROPOSERS.RESIDENT.filter((party) => PARTY_ACTS[party](actor, post));
  return parties.find((party) => missing.includes(party)) ?? parties[0] ?? null;
}

export function maySign(actor: Actor, post: PostPlace, missing: readonly RecruitingParty[]): RecruitingParty {
  return permitted(canSign(actor, post, missing));
}

/** The bureau ends any post (PER-10: it alone decides after a missed deadline), the proposers their own. */
export function canEnd(actor: Actor, posting: Posting): boolean {
  return isBureau(actor, posting.countyCode) || canPropose(actor, posting.role, posting) !== null;
}

export function mayEnd(actor: Actor, posting: Posting): void {
  permit(canEnd(actor, posting));
}

export function seesPosting(scope: ReadScope, posting: Posting): boolean {
  const { countyCode, operatorAgencyId, workerId } = posting;
  return sees(scope, { countyCode, agencyId: operatorAgencyId, workerId });
}

export function visiblePosting(actor: Actor, posting: Posting | null): Posting | null {
  return posting !== null && seesPosting(readScope(actor), posting) ? posting : null;
}

function permitted<Party>(party: Party | null): Party {
  if (party === null) throw notPermitted();
  return party;
}

/** Whoever recorded it, for some days, and who oversees them. */
export function rightOfPosting(
  posting: Posting,
  recorded: Recorded | null,
  { actor, today }: { readonly actor: Actor; readonly today: CalendarDate },
): PuttingRight {
  return {
    recorded,
    mayRecord: canEnd(actor, posting),
    office: 'AGENCY_MANAGER',
    regions: [posting.countyCode],
    today,
  };
}
