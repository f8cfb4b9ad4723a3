import {
  type Actor,
  actsFor,
  actsForAgency,
  hasRole,
  isWithin,
  notPermitted,
  provinceOf,
  type RegionCode,
  type Role,
} from '@qianshou/kernel';
import type { Agency } from './agency.ts';
import type { CooperationScheme } from './cooperation-scheme.ts';
import type { Side } from './eligibility.ts';
import { applicationNotFound } from './errors.ts';
import { awaitedSide, decidingProvince, type PairingApplication } from './pairing-application.ts';
import type { Pairing } from './pairing.ts';

const AUTHORITIES: readonly Role[] = ['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS'];

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

export function canKeepPhases(actor: Actor): boolean {
  return hasRole(actor, ['ADMIN']);
}

export function mayKeepPhases(actor: Actor): void {
  permit(canKeepPhases(actor));
}

export function mayOpenScheme(
  actor: Actor,
  {
    dispatchProvinceCode,
    recipientProvinceCode,
  }: Pick<CooperationScheme, 'dispatchProvinceCode' | 'recipientProvinceCode'>,
): void {
  const ofEither = [dispatchProvinceCode, recipientProvinceCode].some((province) =>
    actsFor(actor, ['PROVINCE_AUTHORITY'], province),
  );
  permit(ofEither || hasRole(actor, ['ADMIN', 'PROJECT_OFFICE']));
}

/** Who hands in: the manager of either agency for that side, or the recipient province with the sides' papers. */
export type Proposer = Side | 'PROVINCE';

export function mayPropose(
  actor: Actor,
  {
    dispatchingAgencyId,
    recipientAgencyId,
    countyCode,
  }: Pick<PairingApplication, 'dispatchingAgencyId' | 'recipientAgencyId' | 'countyCode'>,
): Proposer {
  if (actsFor(actor, ['PROVINCE_AUTHORITY'], countyCode)) return 'PROVINCE';
  if (actsForAgency(actor, dispatchingAgencyId)) return 'DISPATCHING';
  if (actsForAgency(actor, recipientAgencyId)) return 'RECIPIENT';
  throw notPermitted();
}

/** Consent of the side that has not spoken yet; the recipient province may enter its paper. */
export function canConfirm(actor: Actor, application: PairingApplication): boolean {
  return (
    speaksForAwaited(actor, application) || actsFor(actor, ['PROVINCE_AUTHORITY'], application.countyCode)
  );
}

export function speaksForAwaited(actor: Actor, application: PairingApplication): boolean {
  const { dispatchingAgencyId, recipientAgencyId } = application;
  const awaited = awaitedSide(application) === 'DISPATCHING' ? dispatchingAgencyId : recipientAgencyId;
  return actsForAgency(actor, awaited);
}

export function mayConfirm(actor: Actor, application: PairingApplication): void {
  permit(canConfirm(actor, application));
}

/** PAIR-6: the recipient province decides, nobody else. */
export function canDecide(actor: Actor, application: PairingApplication): boolean {
  return actsFor(actor, ['PROVINCE_AUTHORITY'], decidingProvince(application));
}

export function mayDecide(actor: Actor, application: PairingApplication): void {
  permit(canDecide(actor, application));
}

/** The province that decides also enters what was decided, signed and begun before (PAIR-6). */
export function mayTakeOver(actor: Actor, countyCode: RegionCode): void {
  permit(actsFor(actor, ['PROVINCE_AUTHORITY'], provinceOf(countyCode)));
}

/** The recipient county or its province has the agreement signed and the work begun. */
export function canConduct(actor: Actor, pairing: Pairing): boolean {
  return actsFor(actor, AUTHORITIES, pairing.countyCode);
}

export function mayConduct(actor: Actor, pairing: Pairing): void {
  permit(canConduct(actor, pairing));
}

/** Ending a pairing before its time, handing it over, renewing it: decided where pairs are decided (PAIR-6). */
export function canDirect(actor: Actor, pairing: Pairing): boolean {
  return actsFor(actor, ['PROVINCE_AUTHORITY'], pairing.countyCode);
}

export function mayDirect(actor: Actor, pairing: Pairing): void {
  permit(canDirect(actor, pairing));
}

/** PAIR-6: taking part is voluntary, so either side may take the application back, and the province for them. */
export function canWithdraw(actor: Actor, application: PairingApplication): boolean {
  const { dispatchingAgencyId, recipientAgencyId } = application;
  const ofSide = [dispatchingAgencyId, recipientAgencyId].some((id) => actsForAgency(actor, id));
  return ofSide || canDecide(actor, application);
}

export function mayWithdraw(actor: Actor, application: PairingApplication): void {
  permit(canWithdraw(actor, application));
}

/** Whose applications an actor may see: `null` stands for all. A list filters by the same words. */
export interface ApplicationScope {
  readonly regions: readonly RegionCode[];
  readonly agencyIds: readonly string[];
}

const OVERSEERS: readonly Role[] = ['ADMIN', 'PROJECT_OFFICE'];
const READERS: readonly Role[] = ['PROVINCE_AUTHORITY', 'COUNTY_CIVIL_AFFAIRS', 'FINANCE_AUDITOR', 'ANALYST'];

export function applicationScope(actor: Actor): ApplicationScope | null {
  if (hasRole(actor, OVERSEERS)) return null;
  return {
    regions: actor.grants.flatMap(({ role, region }) =>
      READERS.includes(role) && region !== undefined ? [region] : [],
    ),
    agencyIds: actor.grants.flatMap(({ role, agencyId }) =>
      role === 'AGENCY_MANAGER' && agencyId !== undefined ? [agencyId] : [],
    ),
  };
}

/** An undecided application concerns its sides and the authorities above them; for everybody else there is none. */
export function maySee(actor: Actor, application: PairingApplication): boolean {
  const scope = applicationScope(actor);
  if (scope === null) return true;
  const { countyCode, dispatchProvinceCode, dispatchingAgencyId, recipientAgencyId } = application;
  const inRegion = scope.regions.some(
    (region) => isWithin(countyCode, region) || isWithin(dispatchProvinceCode, region),
  );
  return inRegion || [dispatchingAgencyId, recipientAgencyId].some((id) => scope.agencyIds.includes(id));
}

export function mustSee(actor: Actor, application: PairingApplication): void {
  if (!maySee(actor, application)) throw applicationNotFound({ id: application.id });
}

function permit(allowed: boolean): void {
  if (!allowed) throw notPermitted();
}
