import {
  type CalendarDate,
  type Change,
  publicLine,
  type PublicText,
  type RegionCode,
  regionCodeOf,
  requireNotStruck,
  type Struck,
  type Versioned,
  wholeWithin,
  type Written,
} from '@qianshou/kernel';
import { schemeQuotaBelowAccepted, schemeQuotaExhausted } from '../reference/errors.ts';
import type { SchemeCorrected, SchemeCorrection, SchemeWasStruck } from './scheme-events.ts';
import { schemeStruck } from './errors.ts';
import { openingDocument, type SchemeDocument, withDocument } from './scheme-documents.ts';
import { type Authority, firstAuthority, nextAuthority } from './scheme-authority.ts';
import type { SchemeId } from '../ids.ts';
import { checkedPolicy, DEFAULT_POLICY, type SchemePolicy } from './scheme-policy.ts';

export const PAIRING_MODES = ['CROSS_PROVINCE', 'INTRA_PROVINCE'] as const;

export type PairingMode = (typeof PAIRING_MODES)[number];

/** What two provinces (or one for its own counties) agreed on for a year. */
export interface CooperationScheme extends Versioned {
  readonly id: SchemeId;
  readonly dispatchProvinceCode: RegionCode;
  readonly recipientProvinceCode: RegionCode;
  readonly mode: PairingMode;
  readonly quota: number;
  /** Pairs accepted so far. Kept here, so that the quota is one object's invariant. */
  readonly accepted: number;
  readonly year: number;
  /** Of the last word on it: the document that opened it, or that changed its quota. */
  readonly documentNo: PublicText;
  readonly openingDocumentNo: PublicText;
  /** Every paper that said something of it, with its day; absent in records of before all were kept. */
  readonly documents?: readonly SchemeDocument[];
  /** Who stood for the scheme, from when on: ministries and departments change while a scheme runs. */
  readonly authorities: readonly Authority[];
  /** Numbers that the rules of this scheme's pairings go by. */
  readonly policy: SchemePolicy;
  /** Opened by mistake: it takes nothing any more; absent in records of before. */
  readonly struck?: Struck | null;
  readonly corrections?: readonly SchemeCorrection[];
}

export interface SchemeOpened {
  readonly type: 'scheme.opened';
  readonly schemeId: SchemeId;
  readonly dispatchProvinceCode: RegionCode;
  readonly recipientProvinceCode: RegionCode;
  readonly mode: PairingMode;
  readonly quota: number;
  readonly year: number;
}

export interface SchemePlaceTaken {
  readonly type: 'scheme.place-taken';
  readonly schemeId: SchemeId;
  readonly accepted: number;
  readonly quota: number;
}

export interface SchemePlaceReturned extends Omit<SchemePlaceTaken, 'type'> {
  readonly type: 'scheme.place-returned';
}

export interface SchemeQuotaChanged {
  readonly type: 'scheme.quota-changed';
  readonly schemeId: SchemeId;
  readonly quotaBefore: number;
  readonly quota: number;
}

export interface SchemePolicyAdopted {
  readonly type: 'scheme.policy-adopted';
  readonly schemeId: SchemeId;
  readonly policy: SchemePolicy;
}

export interface SchemeAuthorityChanged {
  readonly type: 'scheme.authority-changed';
  readonly schemeId: SchemeId;
  readonly name: PublicText;
  readonly since: CalendarDate;
}

export type SchemeEvent =
  | SchemeOpened
  | SchemeWasStruck
  | SchemeCorrected
  | SchemePlaceTaken
  | SchemePlaceReturned
  | SchemeQuotaChanged
  | SchemePolicyAdopted
  | SchemeAuthorityChanged;

export interface SchemeOpening extends Written<
  Pick<
    CooperationScheme,
    'id' | 'dispatchProvinceCode' | 'recipientProvinceCode' | 'quota' | 'year' | 'documentNo'
  >
> {
  readonly competentAuthority: string;
  /** Of the document that opens it, where it is said. */
  readonly decidedOn?: CalendarDate | null | undefined;
}

const LARGEST_QUOTA = 1_000;

export function checkedQuota(quota: number): number {
  return wholeWithin(quota, 'quota', 1, LARGEST_QUOTA);
}

export function checkedYear(year: number): number {
  return wholeWithin(year, 'year', 2017, 2100);
}

export function openScheme(opening: SchemeOpening): Change<CooperationScheme, SchemeOpened> {
  const dispatchProvinceCode = regionCodeOf('PROVINCE', opening.dispatchProvinceCode, 'dispatchProvinceCode');
  const recipientProvinceCode = regionCodeOf(
    'PROVINCE',
    opening.recipientProvinceCode,
    'recipientProvinceCode',
  );
  const scheme: CooperationScheme = {
    id: opening.id,
    version: 0,
    dispatchProvinceCode,
    recipientProvinceCode,
    mode: dispatchProvinceCode === recipientProvinceCode ? 'INTRA_PROVINCE' : 'CROSS_PROVINCE',
    quota: checkedQuota(opening.quota),
    accepted: 0,
    year: checkedYear(opening.year),
    documentNo: publicLine(opening.documentNo, 'documentNo', 100),
    openingDocumentNo: publicLine(opening.documentNo, 'documentNo', 100),
    documents: [openingDocument(opening)],
    policy: DEFAULT_POLICY,
    authorities: [firstAuthority(opening)],
  };
  const { id, mode, quota, year } = scheme;
  return {
    state: scheme,
    events: [
      {
        type: 'scheme.opened',
        schemeId: id,
        dispatchProvinceCode,
        recipientProvinceCode,
        mode,
        quota,
        year,
      },
    ],
  };
}

/** PAIR-7: a scheme accepts no more pairs than its quota. */
export function takePlace(scheme: CooperationScheme): Change<CooperationScheme, SchemePlaceTaken> {
  const { id, accepted, quota } = scheme;
  requireSchemeStands(scheme);
  if (accepted >= quota) throw schemeQuotaExhausted({ schemeId: id, accepted, quota });
  return {
    state: { ...scheme, accepted: accepted + 1 },
    events: [{ type: 'scheme.place-taken', schemeId: id, accepted: accepted + 1, quota }],
  };
}

/** The match never was: its place is free again. */
export function returnPlace(scheme: CooperationScheme): Change<CooperationScheme, SchemePlaceReturned> {
  const { id, quota } = scheme;
  const accepted = Math.max(0, scheme.accepted - 1);
  return {
    state: { ...scheme, accepted },
    events: [{ type: 'scheme.place-returned', schemeId: id, accepted, quota }],
  };
}

/** PAIR-7: a quota never falls below what the scheme has already accepted. */
export function changeQuota(
  scheme: CooperationScheme,
  quota: number,
  { documentNo, decidedOn }: { readonly documentNo: string; readonly decidedOn: CalendarDate | null },
): Change<CooperationScheme, SchemeQuotaChanged> {
  const { id, quota: quotaBefore } = scheme;
  requireSchemeStands(scheme);
  const documents = withDocument(scheme, 'QUOTA', documentNo, decidedOn);
  const changed = checkedQuota(quota);
  requireRoom(scheme, changed);
  return {
    state: { ...scheme, quota: changed, documents, documentNo: publicLine(documentNo, 'documentNo', 100) },
    events: [{ type: 'scheme.quota-changed', schemeId: id, quotaBefore, quota: changed }],
  };
}

/** PAIR-7 */
export function requireRoom({ id, accepted }: CooperationScheme, quota: number): void {
  if (quota < accepted) throw schemeQuotaBelowAccepted({ schemeId: id, accepted, quota });
}

/** What was opened by mistake takes no pair and no word any more. */
export function requireSchemeStands(scheme: CooperationScheme): void {
  requireNotStruck(scheme, schemeStruck);
}

export function adoptPolicy(
  scheme: CooperationScheme,
  policy: SchemePolicy,
): Change<CooperationScheme, SchemePolicyAdopted> {
  requireSchemeStands(scheme);
  const adopted = checkedPolicy(policy);
  return {
    state: { ...scheme, policy: adopted },
    events: [{ type: 'scheme.policy-adopted', schemeId: scheme.id, policy: adopted }],
  };
}

export function changeAuthority(
  scheme: CooperationScheme,
  authority: Written<Authority>,
): Change<CooperationScheme, SchemeAuthorityChanged> {
  requireSchemeStands(scheme);
  const next = nextAuthority(scheme.authorities, authority);
  const { name, since } = next;
  const documents = withDocument(scheme, 'AUTHORITY', authority.documentNo, since);
  return {
    state: { ...scheme, documents, authorities: [...scheme.authorities, next] },
    events: [{ type: 'scheme.authority-changed', schemeId: scheme.id, name, since }],
  };
}
