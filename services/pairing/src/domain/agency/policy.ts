import { type Actor, actsFor, hasRole, permit, type RegionCode } from '@qianshou/kernel';
import type { Agency } from './agency.ts';
import { AUTHORITIES } from '../policy.ts';

/** The agencies of a region are entered by its authorities. */
export function mayEnterAgency(actor: Actor, homeRegionCode: RegionCode): void {
  permit(canEnterAgency(actor, homeRegionCode));
}

export function canEnterAgency(actor: Actor, homeRegionCode: RegionCode): boolean {
  return hasRole(actor, ['ADMIN']) || actsFor(actor, AUTHORITIES, homeRegionCode);
}

/** Whoever has not been confirmed is shown, when asked for, to the authorities of the home alone. */
export function mayFindUnverified(actor: Actor, within: RegionCode | null): boolean {
  return (
    hasRole(actor, ['ADMIN', 'PROJECT_OFFICE']) || (within !== null && actsFor(actor, AUTHORITIES, within))
  );
}

/** A manager may bring in an agency of their own as long as no agency is theirs yet. */
export function mayRegister(actor: Actor, homeRegionCode: RegionCode): void {
  const unboundManager = actor.grants.some(
    ({ role, agencyId }) => role === 'AGENCY_MANAGER' && agencyId === undefined,
  );
  permit(canEnterAgency(actor, homeRegionCode) || unboundManager);
}

/** Suspension, striking off and reinstatement belong to the authorities of the agency's home. */
export function canChangeStatus(actor: Actor, agency: Agency): boolean {
  return hasRole(actor, ['ADMIN']) || actsFor(actor, AUTHORITIES, agency.homeRegionCode);
}

export function mayChangeStatus(actor: Actor, agency: Agency): void {
  permit(canChangeStatus(actor, agency));
}

/** Whoever answers for where it was at home, and for where it is then. */
export function mayChangeRegistration(actor: Actor, agency: Agency, homeRegionCode: RegionCode): void {
  permit(canChangeStatus(actor, agency) && canEnterAgency(actor, homeRegionCode));
}

/** Each of the two entries stands in somebody's register. */
export function mayMerge(actor: Actor, kept: Agency, dropped: Agency): void {
  permit(canChangeStatus(actor, kept) && canChangeStatus(actor, dropped));
}
