import {
  type CalendarDate,
  type Change,
  countyOf,
  type PublicText,
  type RegionCode,
  type Struck,
  yearOf,
} from '@qianshou/kernel';
import type { Enrolment } from '../class/enrolment-state.ts';
import { certificateAlreadyCancelled } from './errors.ts';
import type {
  AgencyId,
  CertificateId,
  ClassId,
  EnrolmentId,
  PostingId,
  ProgrammeId,
  WorkerId,
} from '../ids.ts';
import type { TrainingKind } from '../programme/programme.ts';
import type { TrainingClass } from '../class/class-state.ts';

interface CertificateFacts {
  readonly id: CertificateId;
  readonly version: number;
  /** `QS-420581-2026-000001`: unique for ever (TRA-6). */
  readonly no: string;
  readonly enrolmentId: EnrolmentId;
  readonly classId: ClassId;
  readonly kind: TrainingKind;
  /** Of the class, as on the place that was passed. Absent in records of before. */
  readonly programmeId?: ProgrammeId | null;
  readonly year?: number | null;
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
  readonly organiserAgencyId: AgencyId | null;
  readonly hours: number;
  readonly issuedOn: CalendarDate;
  /** Printed beside the number: who knows both holds the paper. Absent in records of before, until reprinted. */
  readonly check?: string | null;
  /** How often it was printed again, under the same number. Absent in records of before: never. */
  readonly reprints?: number;
  /** Hours that stood before a correction of the result. */
  readonly corrections?: readonly (Struck & { readonly hours: number })[];
}

export type IssuedCertificate = CertificateFacts & { readonly status: 'ISSUED' };
/** TRA-6: a cancelled certificate keeps its record and its number. */
export type CancelledCertificate = CertificateFacts & {
  readonly status: 'CANCELLED';
  readonly cancelledAt: Date;
  readonly cancelReason: PublicText;
};
export type TrainingCertificate = IssuedCertificate | CancelledCertificate;

export type CertificateEvent =
  | { readonly type: 'certificate.issued' }
  | { readonly type: 'certificate.cancelled'; readonly postingId?: PostingId }
  | { readonly type: 'certificate.corrected'; readonly hoursBefore: number }
  | { readonly type: 'certificate.reprinted' };

/** Numbers run on within one series: the county (or higher region) that holds the class, and the year of issue. */
export function certificateSeries(group: TrainingClass, issuedOn: CalendarDate): string {
  return `QS-${countyOf(group.regionCode)}-${yearOf(issuedOn)}`;
}

export function certificateNo(series: string, running: number): string {
  return `${series}-${String(running).padStart(6, '0')}`;
}

export interface Issue {
  readonly id: CertificateId;
  readonly no: string;
  readonly hours: number;
  readonly issuedOn: CalendarDate;
  readonly check: string;
}

export function issueCertificate(
  enrolment: Enrolment,
  issue: Issue,
): Change<IssuedCertificate, CertificateEvent> {
  const { classId, kind, workerId, countyCode, employerAgencyId, organiserAgencyId } = enrolment;
  const { programmeId = null, year = null } = enrolment;
  const whose = { workerId, countyCode, employerAgencyId, organiserAgencyId };
  const holder = { classId, kind, programmeId, year, ...whose };
  return {
    state: { ...holder, ...issue, version: 0, status: 'ISSUED', enrolmentId: enrolment.id, reprints: 0 },
    events: [{ type: 'certificate.issued' }],
  };
}

export function cancelCertificate(
  certificate: TrainingCertificate,
  reason: PublicText,
  at: Date,
  postingId: PostingId | null = null,
): Change<CancelledCertificate, CertificateEvent> {
  const standing = requireIssued(certificate);
  return {
    state: {
      ...standing,
      status: 'CANCELLED',
      cancelledAt: at,
      cancelReason: reason,
    },
    events: [{ type: 'certificate.cancelled', ...(postingId === null ? {} : { postingId }) }],
  };
}

/** TRA-4: with the result the hours were otherwise; number and day stay. */
export function correctHours(
  certificate: TrainingCertificate,
  hours: number,
  { on, reason }: Struck,
): Change<IssuedCertificate, CertificateEvent> {
  const standing = requireIssued(certificate);
  const { hours: hoursBefore, corrections = [] } = standing;
  return {
    state: { ...standing, hours, corrections: [...corrections, { on, reason, hours: hoursBefore }] },
    events: [{ type: 'certificate.corrected', hoursBefore }],
  };
}

/** TRA-6: the same number on new paper; one of before gets its check with it. */
export function reprintCertificate(
  certificate: TrainingCertificate,
  check: string,
): Change<IssuedCertificate, CertificateEvent> {
  const standing = requireIssued(certificate);
  return {
    state: { ...standing, check: standing.check ?? check, reprints: (standing.reprints ?? 0) + 1 },
    events: [{ type: 'certificate.reprinted' }],
  };
}

/** Whoever asks must hold the paper: a number alone, which others follow, says nothing. */
export function isGenuine(certificate: TrainingCertificate | null, check: string): boolean {
  if (certificate === null || certificate.status !== 'ISSUED') return false;
  return typeof certificate.check === 'string' && certificate.check === check.trim().toUpperCase();
}

function requireIssued(certificate: TrainingCertificate): IssuedCertificate {
  if (certificate.status === 'CANCELLED') throw certificateAlreadyCancelled({ no: certificate.no });
  return certificate;
}
