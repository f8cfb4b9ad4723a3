import type { Actor, Grant, Role } from './actor.ts';
import type { CalendarDate } from './calendar-date.ts';
import { isWithin, type RegionCode } from './region-code.ts';

/** Who recorded a fact, for which office, and on which day: it answers later who may put the fact right. */
export interface Recorded {
  /** Subject of the token. */
  readonly by: string;
  readonly role: Role;
  readonly on: CalendarDate;
}

/** What an object lies in and belongs to. */
export interface RecordedPlace {
  readonly regions: readonly string[];
  readonly agencies: readonly string[];
}

/** Of the grants that an operation admits: one that covers the object, else the first. */
export function grantUsed(
  { grants }: Actor,
  roles: readonly Role[],
  place: RecordedPlace,
): Grant | undefined {
  const admitted = grants.filter(({ role }) => roles.includes(role));
  return admitted.find((grant) => covers(grant, place)) ?? admitted[0];
}

function covers({ region, agencyId }: Grant, { regions, agencies }: RecordedPlace): boolean {
  if (agencyId !== undefined) return agencies.includes(agencyId);
  return region === undefined || regions.some((code) => isWithin(code as RegionCode, region));
}

/** Null where nobody in particular recorded it: the public, the platform itself. */
export function recordedBy(
  actor: Actor,
  on: CalendarDate,
  { roles, ...place }: RecordedPlace & { readonly roles: readonly Role[] },
): Recorded | null {
  const role = grantUsed(actor, roles, place)?.role;
  return actor.subject === null || role === undefined ? null : { by: actor.subject, role, on };
}
