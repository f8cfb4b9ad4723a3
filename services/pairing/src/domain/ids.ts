import { type Id, idParser } from '@qianshou/kernel';

export type AgencyId = Id<'agy'>;
export type SchemeId = Id<'sch'>;
export type ApplicationId = Id<'app'>;
export type PairingId = Id<'par'>;
export type PhaseId = Id<'pha'>;
/** Owned by the station service; here it is only counted. */
export type StationId = Id<'sta'>;

export const agencyId = idParser('agy');
export const schemeId = idParser('sch');
export const applicationId = idParser('app');
export const pairingId = idParser('par');
export const phaseId = idParser('pha');
