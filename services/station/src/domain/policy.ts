import {
  type Actor,
  actsFor,
  actsForAgency,
  countyOf,
  hasRole,
  permit,
  type RegionCode,
  type Role,
} from '@qianshou/kernel';
import type { AgencyId, StationId } from './ids.ts';

/** Where something stands, and who runs it; null: the government itself. */
interface Workplace {
  readonly townshipCode: RegionCode;
  readonly operatorAgencyId: AgencyId | null;
}

interface InTownship {
  readonly townshipCode: RegionCode;
}

interface InCounty {
  readonly countyCode: RegionCode;
}

interface Centre extends InCounty {
  readonly operatorAgencyId: AgencyId;
}

/** The county bureau leads construction (article): it plans, opens and chooses. */
export function canLeadConstruction(actor: Actor, countyCode: RegionCode): boolean {
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS'], countyCode);
}

export function mayLeadConstruction(actor: Actor, countyCode: RegionCode): void {
  permit(canLeadConstruction(actor, countyCode));
}

/** FUN-1: how much the social-assistance fund may give is for finance to approve. */
export function canApproveCap(actor: Actor, countyCode: RegionCode): boolean {
  return actsFor(actor, ['FINANCE_AUDITOR'], countyCode);
}

export function mayApproveCap(actor: Actor, countyCode: RegionCode): void {
  permit(canApproveCap(actor, countyCode));
}

/** Local rules are the county's, or the platform's administrator enters them with their source. */
export function canAdoptPolicy(actor: Actor, countyCode: RegionCode): boolean {
  return hasRole(actor, ['ADMIN']) || actsFor(actor, ['COUNTY_CIVIL_AFFAIRS'], countyCode);
}

export function mayAdoptPolicy(actor: Actor, countyCode: RegionCode): void {
  permit(canAdoptPolicy(actor, countyCode));
}

/** The table of divisions is the platform's, one for the nation. */
export function canKeepDivisions(actor: Actor): boolean {
  return hasRole(actor, ['ADMIN']);
}

export function mayKeepDivisions(actor: Actor): void {
  permit(canKeepDivisions(actor));
}

/** Whether somebody enters what exists already at all; for which county, `mayTakeOver` says row by row. */
export function canTakeOverSomewhere(actor: Actor): boolean {
  return hasRole(actor, ['COUNTY_CIVIL_AFFAIRS', 'ADMIN']);
}

/** What exists already is entered by its bureau, or by the platform's administrator on its behalf. */
export function mayTakeOver(actor: Actor, countyCode: RegionCode): void {
  permit(hasRole(actor, ['ADMIN']) || actsFor(actor, ['COUNTY_CIVIL_AFFAIRS'], countyCode));
}

export const PREPARERS = ['COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS', 'AGENCY_MANAGER'] as const;

/** Bureau, township office and operator prepare a station together. */
export function canPrepare(actor: Actor, station: Workplace): boolean {
  return (
    actsFor(actor, ['COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS'], station.townshipCode) ||
    (station.operatorAgencyId !== null && actsForAgency(actor, station.operatorAgencyId))
  );
}

export function mayPrepare(actor: Actor, station: Workplace): void {
  permit(canPrepare(actor, station));
}

/** A village room is built together; that it closes or changes its station, the authorities decide, not its operator. */
export function canOverseeRooms(actor: Actor, townshipCode: RegionCode): boolean {
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS'], townshipCode);
}

export function mayOverseeRooms(actor: Actor, townshipCode: RegionCode): void {
  permit(canOverseeRooms(actor, townshipCode));
}

/** Records name the workers by id: whoever oversees or checks a region reads those of it; others read the sums. */
export function canReadServicesWithin(actor: Actor, region: RegionCode): boolean {
  return (
    hasRole(actor, ['ADMIN', 'PROJECT_OFFICE']) ||
    actsFor(actor, OVERSEERS, region) ||
    actsFor(actor, ['GUIDANCE_CENTRE', 'EVALUATOR'], countyOf(region))
  );
}

const OVERSEERS: readonly Role[] = [
  'PROVINCE_AUTHORITY',
  'ANALYST',
  'COUNTY_CIVIL_AFFAIRS',
  'TOWNSHIP_CIVIL_AFFAIRS',
];

export function canReadServices(actor: Actor, station: Workplace): boolean {
  return canReadServicesWithin(actor, station.townshipCode) || canPrepare(actor, station);
}

export function mayReadServices(actor: Actor, station: Workplace): void {
  permit(canReadServices(actor, station));
}

/** Agencies that the caller acts for: of a region that is not theirs they read what their own stations did there. */
export function agenciesOf({ grants }: Actor): readonly AgencyId[] {
  return grants.flatMap(({ role, agencyId }) =>
    role === 'AGENCY_MANAGER' && agencyId !== undefined ? [agencyId as AgencyId] : [],
  );
}

/** Who runs no station there has no part in it. */
export function mayReadServicesOf(own: readonly StationId[]): void {
  permit(own.length > 0);
}

/** The national list is the platform's: its administrator adds a county, with the page that names it. */
export function mayListKeyCounty(actor: Actor): void {
  permit(hasRole(actor, ['ADMIN']));
}

/** Level by level (逐级推荐): the township office recommends its station, or the bureau does. */
export function canRecommend(actor: Actor, { townshipCode }: InTownship): boolean {
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS', 'TOWNSHIP_CIVIL_AFFAIRS'], townshipCode);
}

export function mayRecommend(actor: Actor, station: InTownship): void {
  permit(canRecommend(actor, station));
}

/** Neither township office nor operator checks its own station: bureau, guidance centre or an evaluator does. */
export function canCheck(actor: Actor, station: InCounty): boolean {
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE', 'EVALUATOR'], station.countyCode);
}

export function mayCheck(actor: Actor, station: InCounty): void {
  permit(canCheck(actor, station));
}

/** Stations are supervised by the guidance centre, and by the bureau where it does so itself. */
export function canSupervise(actor: Actor, station: InCounty): boolean {
  return actsFor(actor, ['COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE'], station.countyCode);
}

export function maySupervise(actor: Actor, station: InCounty): void {
  permit(canSupervise(actor, station));
}

export function canRunCentre(actor: Actor, { countyCode, operatorAgencyId }: Centre): boolean {
  return (
    actsFor(actor, ['COUNTY_CIVIL_AFFAIRS', 'GUIDANCE_CENTRE'], countyCode) ||
    actsForAgency(actor, operatorAgencyId)
  );
}

export function mayRunCentre(actor: Actor, centre: Centre): void {
  permit(canRunCentre(actor, centre));
}
