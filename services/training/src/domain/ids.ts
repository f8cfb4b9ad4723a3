import { type Id, idParser } from '@qianshou/kernel';

export type ProgrammeId = Id<'prg'>;
export type ClassId = Id<'cls'>;
export type EnrolmentId = Id<'enr'>;
export type CertificateId = Id<'tct'>;
export type WorkerId = Id<'wkr'>;
export type PostingId = Id<'pst'>;
export type AgencyId = Id<'agy'>;

export const programmeId = idParser('prg');
export const classId = idParser('cls');
export const enrolmentId = idParser('enr');
export const certificateId = idParser('tct');
export const workerId = idParser('wkr');
export const postingId = idParser('pst');
export const agencyId = idParser('agy');
