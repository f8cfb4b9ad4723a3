import { type Id, idParser } from '@qianshou/kernel';

export type ProgrammeId = Id<'prg'>;
export type ClassId = Id<'cls'>;
export type EnrolmentId = Id<'enr'>;
export type CertificateId = Id<'tct'>;
export type ExamOutcomeId = Id<'exo'>;
export type CreditedHoursId = Id<'crh'>;
export type SupervisionId = Id<'sup'>;
export type StationId = Id<'sta'>;
export type SessionId = Id<'ses'>;
export type WorkerId = Id<'wkr'>;
export type PostingId = Id<'pst'>;
export type AgencyId = Id<'agy'>;

export const programmeId = idParser('prg');
export const classId = idParser('cls');
export const enrolmentId = idParser('enr');
export const certificateId = idParser('tct');
export const examOutcomeId = idParser('exo');
export const supervisionId = idParser('sup');
export const stationId = idParser('sta');
export const sessionId = idParser('ses');
export const workerId = idParser('wkr');
export const postingId = idParser('pst');
export const agencyId = idParser('agy');
