import {
  type Actor,
  actsFor,
  actsForAgency,
  countyOf,
  type Grant,
  hasRole,
  isWithin,
  NATION,
  permit,
  type RegionCode,
  type Role,
} from '@qianshou/kernel';
import type { AgencyId, WorkerId } from './ids.ts';

/** History and reviews are the bureau's: it keeps the files and decides on deadlines. */
export function mayKeepRecords(actor: Actor, countyCode: RegionCode): void {
  permit(isBureau(actor, countyCode));
}

/** A list of people comes from the bureau that keeps them; whether these, each row is asked by itself. */
export function canImport(actor: Actor): boolean {
  return hasRole(actor, ['COUNTY_CIVIL_AFFAIRS']);
}

/** What an actor may read of personnel; lists take it as a filter, so that counts and cursors obey it too. */
export interface ReadScope {
  readonly regions: readonly RegionCode[];
  readonly agencyIds: readonly string[];
  readonly workerIds: readonly string[];
}

const READERS: readonly Role[] = [
  'PROVINCE_AUTHORITY',
  'COUNTY_CIVIL_AFFAIRS',
  'TOWNSHIP_CIVIL_AFFAIRS',
  'GUIDANCE_CENTRE',
];

export function readScope({ grants }: Actor): ReadScope {
  return {
    regions: grants.flatMap(regionRead),
    agencyIds: grants.flatMap(({ role, agencyId }) =>
      role === 'AGENCY_MANAGER' && agencyId !== undefined ? [agencyId] : [],
    ),
    workerIds: grants.flatMap(({ role, workerId }) =>
      role === 'SOCIAL_WORKER' && workerId !== undefined ? [workerId] : [],
    ),
  };
}

interface Held {
  readonly countyCode: RegionCode;
  readonly agencyId: AgencyId | null;
  readonly workerId: WorkerId;
}

/** The township units for whose office somebody acts. */
export function townshipsOf({ grants }: Actor): readonly RegionCode[] {
  return grants.flatMap(({ role, region }) =>
    role === 'TOWNSHIP_CIVIL_AFFAIRS' && region !== undefined ? [region] : [],
  );
}

/** The regions that somebody audits. */
export function auditedBy({ grants }: Actor): readonly RegionCode[] {
  return grants.flatMap(({ role, region }) =>
    role === 'FINANCE_AUDITOR' && region !== undefined ? [region] : [],
  );
}

/** The counties and cities for whose bureau somebody acts. */
export function bureausOf({ grants }: Actor): readonly RegionCode[] {
  return grants.flatMap(({ role, region }) =>
    role === 'COUNTY_CIVIL_AFFAIRS' && region !== undefined ? [region] : [],
  );
}

export function sees(scope: ReadScope, { countyCode, agencyId, workerId }: Held): boolean {
  return (
    scope.regions.some((region) => isWithin(countyCode, region)) ||
    (agencyId !== null && scope.agencyIds.includes(agencyId)) ||
    scope.workerIds.includes(workerId)
  );
}

/** Staff move between the stations of a county, so a township office reads its county. */
function regionRead({ role, region }: Grant): readonly RegionCode[] {
  if (role === 'PROJECT_OFFICE') return [NATION];
  if (region === undefined || !READERS.includes(role)) return [];
  return [role === 'TOWNSHIP_CIVIL_AFFAIRS' ? countyOf(region) : region];
}

export function isBureau(actor: Actor, countyCode: RegionCode): boolean {
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS'], countyCode);
}

export function actsForOptional(actor: Actor, agencyId: AgencyId | null): boolean {
  return agencyId !== null && actsForAgency(actor, agencyId);
}
