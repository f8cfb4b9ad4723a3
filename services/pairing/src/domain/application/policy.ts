import {
  type Actor,
  actsFor,
  actsForAgency,
  hasRole,
  isWithin,
  notPermitted,
  permit,
  provinceOf,
  type RegionCode,
  type Role,
} from '@qianshou/kernel';
import type { Side } from './eligibility.ts';
import { applicationNotFound } from '../reference/errors.ts';
import { awaitedSide, type PairingApplication } from './pairing-application.ts';

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

/** The province that decides: the recipient county's. */
export function decidingProvince(application: PairingApplication): RegionCode {
  return provinceOf(application.countyCode);
}

/** PAIR-6: the recipient province decides, nobody else. */
export function canDecide(actor: Actor, application: PairingApplication): boolean {
  return actsFor(actor, ['PROVINCE_AUTHORITY'], decidingProvince(application));
}

export function mayDecide(actor: Actor, application: PairingApplication): void {
  permit(canDecide(actor, application));
}

/** The province that sends the help speaks for its agencies. */
export function canRecommend(actor: Actor, { dispatchProvinceCode }: PairingApplication): boolean {
  return actsFor(actor, ['PROVINCE_AUTHORITY'], dispatchProvinceCode);
}

export function mayRecommend(actor: Actor, application: PairingApplication): void {
  permit(canRecommend(actor, application));
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
