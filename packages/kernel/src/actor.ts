import { isWithin, type RegionCode } from './region-code.ts';

export const ROLES = [
  'ADMIN',
  'PROJECT_OFFICE',
  'PROVINCE_AUTHORITY',
  'COUNTY_CIVIL_AFFAIRS',
  'TOWNSHIP_CIVIL_AFFAIRS',
  'FINANCE_AUDITOR',
  'AGENCY_MANAGER',
  'GUIDANCE_CENTRE',
  'EVALUATOR',
  'SOCIAL_WORKER',
  'PARTNER',
  'ANALYST',
  'PUBLIC',
] as const;

export type Role = (typeof ROLES)[number];

/** One role over one scope: a region and everything below it, an agency, or a worker. */
export interface Grant {
  readonly role: Role;
  readonly region?: RegionCode;
  readonly agencyId?: string;
  readonly workerId?: string;
}

/** When the token was made, and until when it holds: Unix seconds. */
export interface TokenLife {
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Who acts, as the gateway verified it. Without a token: the public, with no subject. */
export interface Actor {
  readonly subject: string | null;
  readonly grants: readonly Grant[];
  /** Of who signed in: what lasts longer than a question ends with it. */
  readonly token?: TokenLife;
  /** Of who did not sign in: stands for the address they come from, for one day; no address can be read from it. */
  readonly origin?: string;
}

export const PUBLIC_ACTOR: Actor = { subject: null, grants: [{ role: 'PUBLIC' }] };

/** The platform itself, when it reacts to an event; never comes from a token. */
export const SYSTEM_ACTOR: Actor = { subject: 'system', grants: [] };

export function hasRole(actor: Actor, roles: readonly Role[]): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role));
}

/** Holds one of the roles for this region or one above it. A grant without a region covers none: denied by default. */
export function actsFor(actor: Actor, roles: readonly Role[], region: RegionCode): boolean {
  return actor.grants.some(
    (grant) => roles.includes(grant.role) && grant.region !== undefined && isWithin(region, grant.region),
  );
}

export function actsForAgency(actor: Actor, agencyId: string): boolean {
  return actor.grants.some((grant) => grant.role === 'AGENCY_MANAGER' && grant.agencyId === agencyId);
}

export function isWorker(actor: Actor, workerId: string): boolean {
  return actor.grants.some((grant) => grant.role === 'SOCIAL_WORKER' && grant.workerId === workerId);
}
