import { type Id, idParser } from '@qianshou/kernel';

export type AgencyId = Id<'agy'>;
export type SchemeId = Id<'sch'>;
export type ApplicationId = Id<'app'>;
export type PairingId = Id<'par'>;
export type PhaseId = Id<'pha'>;
/** Owned by the station service; here it is only counted. */
export type StationId = Id<'sta'>;

/** Owned by personnel; here a person is a reference and nothing more. */
export type WorkerId = Id<'wkr'>;
/** Owned by personnel and funding. */
export type PostingId = Id<'pst'>;
export type ContractId = Id<'con'>;
export type TargetId = Id<'tgt'>;
export type DispatchId = Id<'dsp'>;
export type ActivityId = Id<'act'>;
export type ReportId = Id<'rep'>;
export type EvaluationId = Id<'pev'>;
export type NoteId = Id<'svn'>;
export type PublicityId = Id<'pub'>;

export const agencyId = idParser('agy');
export const schemeId = idParser('sch');
export const applicationId = idParser('app');
export const pairingId = idParser('par');
export const phaseId = idParser('pha');
export const workerId = idParser('wkr');
export const targetId = idParser('tgt');
export const dispatchId = idParser('dsp');
export const activityId = idParser('act');
export const reportId = idParser('rep');
export const evaluationId = idParser('pev');
export const noteId = idParser('svn');
export const publicityId = idParser('pub');
