import type { Agency } from '../domain/agency.ts';
import type { CooperationScheme } from '../domain/cooperation-scheme.ts';
import { agencyNotFound, schemeNotFound } from '../domain/errors.ts';
import type { AgencyId, SchemeId } from '../domain/ids.ts';
import type { Context } from './context.ts';

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
