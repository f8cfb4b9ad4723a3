import type { Actor, Grant, RegionCode, Role } from '@qianshou/kernel';

/** Somebody with one role; the subject tells two people of the same role apart. */
export function anActor(role: Role, scope: Omit<Grant, 'role'> = {}, subject = `test|${role}`): Actor {
  return { subject, grants: [{ role, ...scope }] };
}

/** As the gateway brings them: whoever signed in with the life of their token, which nothing of theirs may depend on. */
export function fromGateway(actor: Actor): Actor {
  if (actor.subject === null || actor.token !== undefined) return actor;
  const issuedAt = Math.floor(Date.now() / 1_000);
  return { ...actor, token: { issuedAt, expiresAt: issuedAt + 3_600 } };
}

export const inRegion = (role: Role, code: string): Actor => anActor(role, { region: code as RegionCode });

export const ofAgency = (agencyId: string): Actor => anActor('AGENCY_MANAGER', { agencyId });
