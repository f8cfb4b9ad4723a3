import { provinceOf, type RegionCode } from '@qianshou/kernel';
import { type Agency, calledBy } from '../agency/agency.ts';
import type { LegalForm } from '../agency/agency-capability.ts';
import { requireVerified } from '../agency/agency-verification.ts';
import { type CooperationScheme, requireSchemeStands } from '../scheme/cooperation-scheme.ts';
import {
  agencyBarred,
  agencyGradedUnqualified,
  agencyLacksCapability,
  agencyNotSocialWork,
  outsideScheme,
  partiesNotApart,
  recipientElsewhere,
} from '../reference/errors.ts';

export const SIDES = ['DISPATCHING', 'RECIPIENT'] as const;

/** The role that an agency takes in a pairing. */
export type Side = (typeof SIDES)[number];

export const RECIPIENT_KINDS = ['AGENCY', 'COUNTY_SERVICE_CENTRE'] as const;

export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** Who wants to be paired, under which scheme and for which county. */
export interface Parties {
  readonly dispatching: Agency;
  readonly recipient: Agency;
  readonly scheme: CooperationScheme;
  readonly countyCode: RegionCode;
}

/** Asked when an application is handed in, and again when it is decided: an agency may have changed in between. */
export function requireEligible(parties: Parties): void {
  requireApart(parties);
  requireRecipientAtHome(parties);
  requireSide(parties.dispatching, 'DISPATCHING');
  requireSide(parties.recipient, 'RECIPIENT');
  requireScheme(parties);
  requireQualified(parties);
}

/** A county's own service centre is a public institution (Qinghai); every other recipient is an agency. */
export function recipientKindOf(recipient: Agency): RecipientKind {
  return recipient.legalForm === 'PUBLIC_INSTITUTION' ? 'COUNTY_SERVICE_CENTRE' : 'AGENCY';
}

/** PAIR-14. A city's own agency lies in none of its counties, so only the same code is the same place. */
function areApart({ dispatching, recipient }: Pick<Parties, 'dispatching' | 'recipient'>): boolean {
  return dispatching.id !== recipient.id && dispatching.homeRegionCode !== recipient.homeRegionCode;
}

function requireApart({ dispatching, recipient }: Parties): void {
  if (areApart({ dispatching, recipient })) return;
  throw partiesNotApart({ dispatchingAgencyId: dispatching.id, recipientAgencyId: recipient.id });
}

/** PAIR-4. */
function requireRecipientAtHome({ recipient, countyCode }: Parties): void {
  if (recipient.homeRegionCode === countyCode) return;
  throw recipientElsewhere({
    agencyId: recipient.id,
    homeRegionCode: recipient.homeRegionCode,
    countyCode,
  });
}

/** What two agencies that are paired must go on to be, whatever their certificates say; null: nothing is broken. */
export function ruleBrokenBy(parties: Parties): string | null {
  const { dispatching, recipient, scheme, countyCode } = parties;
  if (!areApart(parties)) return 'PAIR-14';
  if (recipient.homeRegionCode !== countyCode) return 'PAIR-4';
  if (!isSocialWork(dispatching, 'DISPATCHING') || !isSocialWork(recipient, 'RECIPIENT')) return 'PAIR-5';
  return provinceOf(dispatching.homeRegionCode) === scheme.dispatchProvinceCode ? null : 'PAIR-7';
}

/** PAIR-13: the grade of the year before the scheme's. */
function requireQualified({ dispatching, recipient, scheme: { year } }: Parties): void {
  for (const agency of [dispatching, recipient]) {
    if (agency.barredYears.includes(year)) throw agencyGradedUnqualified({ ...calledBy(agency), year });
  }
}

function requireSide(agency: Agency, side: Side): void {
  requireStanding(agency, side);
  const capable = side === 'DISPATCHING' ? agency.canDispatch : agency.canReceive;
  if (!capable) throw agencyLacksCapability({ ...calledBy(agency), side });
}

/** PAIR-5, PAIR-13: known to its authority, not barred, and of social work. */
export function requireStanding(agency: Agency, side: Side): void {
  requireVerified(agency);
  if (agency.status !== 'ACTIVE') throw agencyBarred({ ...calledBy(agency), status: agency.status });
  if (!isSocialWork(agency, side)) throw agencyNotSocialWork(calledBy(agency));
}

/** The forms that civil affairs departments register; the others are registered elsewhere. */
const CIVIL_AFFAIRS_FORMS: readonly LegalForm[] = [
  'SOCIAL_SERVICE_ORGANISATION',
  'SOCIAL_ASSOCIATION',
  'FOUNDATION',
];

/** PAIR-5, with the county service centre as the recipient that no civil affairs department registers. */
export function isSocialWork(agency: Agency, side: Side): boolean {
  const registered =
    CIVIL_AFFAIRS_FORMS.includes(agency.legalForm) ||
    (side === 'RECIPIENT' && recipientKindOf(agency) === 'COUNTY_SERVICE_CENTRE');
  return registered && agency.mainBusinessIsSocialWork;
}

function requireScheme({ dispatching, scheme, countyCode }: Parties): void {
  requireSchemeStands(scheme);
  const provinces = [
    ['DISPATCHING', provinceOf(dispatching.homeRegionCode), scheme.dispatchProvinceCode],
    ['RECIPIENT', provinceOf(countyCode), scheme.recipientProvinceCode],
  ] as const;
  for (const [side, provinceCode, expectedProvinceCode] of provinces) {
    if (provinceCode !== expectedProvinceCode)
      throw outsideScheme({ side, provinceCode, expectedProvinceCode });
  }
}
