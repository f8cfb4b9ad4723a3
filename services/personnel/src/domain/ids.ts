import { type Id, idParser } from '@qianshou/kernel';

export type WorkerId = Id<'wkr'>;
export type QualificationId = Id<'qua'>;
export type IdentityCaseId = Id<'idc'>;
export type DegreeId = Id<'deg'>;
export type ServicePeriodId = Id<'svp'>;
export type RegistrationId = Id<'rgn'>;
export type ClocksId = Id<'clk'>;
export type ExamAttemptId = Id<'exa'>;
export type PostingId = Id<'pst'>;
export type RecruitmentNoticeId = Id<'rec'>;
export type AgencyId = Id<'agy'>;
export type StationId = Id<'sta'>;
export type CentreId = Id<'ctr'>;

export const workerId = idParser('wkr');
export const qualificationId = idParser('qua');
export const identityCaseId = idParser('idc');
export const degreeId = idParser('deg');
export const servicePeriodId = idParser('svp');
export const registrationId = idParser('rgn');
export const examAttemptId = idParser('exa');
export const postingId = idParser('pst');
export const recruitmentNoticeId = idParser('rec');
export const agencyId = idParser('agy');
export const stationId = idParser('sta');
export const centreId = idParser('ctr');
