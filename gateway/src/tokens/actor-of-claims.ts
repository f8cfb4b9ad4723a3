import { ROLES, type Actor, type Grant } from '@qianshou/kernel';
import { grantSchema } from '@qianshou/service-kit/identity';
import type { JWTPayload } from 'jose';

/** More than anybody holds; each one travels in a header to each subgraph. */
const MOST_GRANTS = 50;
const LONGEST_SUBJECT = 200;

/** What stands in a grant that we do not take: said in the log, so that an issuer's mistake is found. */
export type UnusableGrant = 'UNKNOWN_ROLE' | 'MALFORMED' | 'TOO_MANY';

export interface ClaimedActor {
  readonly actor: Actor;
  readonly ignored: readonly UnusableGrant[];
}

/** The actor that verified claims describe; `null` when they name nobody, or the name that the platform keeps. */
export function actorOfClaims({ sub, grants }: JWTPayload): ClaimedActor | null {
  if (sub === undefined || !isSubject(sub)) return null;
  const claimed: readonly unknown[] = Array.isArray(grants) ? grants : [];
  const read = claimed.slice(0, MOST_GRANTS).map(readGrant);
  const ignored = read.filter((grant) => typeof grant === 'string');
  return {
    actor: { subject: sub, grants: read.filter((grant) => typeof grant !== 'string') },
    ignored: claimed.length > MOST_GRANTS ? [...ignored, 'TOO_MANY'] : ignored,
  };
}

function isSubject(sub: string): boolean {
  return sub !== '' && sub !== 'system' && sub.length <= LONGEST_SUBJECT && sub.isWellFormed();
}

function readGrant(claimed: unknown): Grant | UnusableGrant {
  const parsed = grantSchema.safeParse(claimed);
  if (parsed.success) return parsed.data;
  const role: unknown =
    typeof claimed === 'object' && claimed !== null && 'role' in claimed ? claimed.role : null;
  // A role that the platform may get one day is not a reason to turn the whole token away; a region that is not one,
  // in a role that we know, must not become a grant without a region.
  return ROLES.some((known) => known === role) ? 'MALFORMED' : 'UNKNOWN_ROLE';
}
