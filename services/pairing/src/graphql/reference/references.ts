import type { RegionCode, Struck } from '@qianshou/kernel';
import type { Agency } from '../../domain/agency/agency.ts';
import type { CooperationScheme } from '../../domain/scheme/cooperation-scheme.ts';
import { agencyNotFound, schemeNotFound } from '../../domain/reference/errors.ts';
import type { AgencyId, PairingId, SchemeId } from '../../domain/ids.ts';
import { pairingNotFound } from '../../domain/pairing/errors.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import type { Context } from '../context.ts';

/** What an application or a pairing points at was there when it was made, and nothing is ever deleted. */
export async function agencyOf(id: AgencyId, { loaders }: Context): Promise<Agency> {
  const agency = await loaders.agency.load(id);
  if (agency === null) throw agencyNotFound({ id });
  return agency;
}

export async function schemeOf(id: SchemeId, { loaders }: Context): Promise<CooperationScheme> {
  const scheme = await loaders.scheme.load(id);
  if (scheme === null) throw schemeNotFound({ id });
  return scheme;
}

export async function pairingOf(id: PairingId, { loaders }: Context): Promise<Pairing> {
  const pairing = await loaders.pairing.load(id);
  if (pairing === null) throw pairingNotFound({ id });
  return pairing;
}

/** What its actions rest on. */
export async function workFacts({ pairingId }: { readonly pairingId: PairingId }, context: Context) {
  const pairing = await pairingOf(pairingId, context);
  return { pairing, ...(await context.loaders.correctionTime(pairing.countyCode)) };
}

/** What every record of a pairing's work points at. */
export const recordReferences = {
  pairing: ({ pairingId }: { readonly pairingId: PairingId }, _args: object, context: Context) =>
    pairingOf(pairingId, context),
  county: ({ countyCode }: { readonly countyCode: RegionCode }) => ({ code: countyCode }),
};

/** What every record tells that may be struck out. */
export const struckFields = {
  struckOn: ({ struck = null }: MayBeStruck) => struck?.on ?? null,
  strikeReason: ({ struck = null }: MayBeStruck) => struck?.reason ?? null,
  strikeEvidence: ({ struck = null }: MayBeStruck) => struck?.evidence ?? null,
};

interface MayBeStruck {
  readonly struck?: Struck | null;
}

/** What a correction names; what it leaves out, or says null of, stays. */
export function namedIn<Facts>(facts: Readonly<Record<string, unknown>>): Partial<Facts> {
  const named = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(named) as Partial<Facts>;
}
