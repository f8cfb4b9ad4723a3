import {
  type CalendarDate,
  type Change,
  countyOf,
  type PublicText,
  type RegionCode,
  yearOf,
} from '@qianshou/kernel';
import type { SeatedEnrolment } from '../class/enrolment.ts';
import { certificateAlreadyCancelled } from '../errors.ts';
import type { AgencyId, CertificateId, ClassId, EnrolmentId, PostingId, WorkerId } from '../ids.ts';
import type { TrainingKind } from '../programme/programme.ts';
import type { TrainingClass } from '../class/training-class.ts';

interface CertificateFacts {
  readonly id: CertificateId;
  readonly version: number;
  /** `QS-420581-2026-000001`: unique for ever (TRA-6). */
  readonly no: string;
  readonly enrolmentId: EnrolmentId;
  readonly classId: ClassId;
  readonly kind: TrainingKind;
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly employerAgencyId: AgencyId | null;
  readonly organiserAgencyId: AgencyId | null;
  readonly hours: number;
  readonly issuedOn: CalendarDate;
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
  | { readonly type: 'certificate.cancelled'; readonly postingId?: PostingId };

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
}

export function issueCertificate(
  enrolment: SeatedEnrolment,
  issue: Issue,
): Change<IssuedCertificate, CertificateEvent> {
  const { classId, kind, workerId, countyCode, employerAgencyId, organiserAgencyId } = enrolment;
  const holder = { classId, kind, workerId, countyCode, employerAgencyId, organiserAgencyId };
  return {
    state: { ...holder, ...issue, version: 0, status: 'ISSUED', enrolmentId: enrolment.id },
    events: [{ type: 'certificate.issued' }],
  };
}

export function cancelCertificate(
  certificate: TrainingCertificate,
  reason: PublicText,
  at: Date,
  postingId: PostingId | null = null,
): Change<CancelledCertificate, CertificateEvent> {
  if (certificate.status === 'CANCELLED') throw certificateAlreadyCancelled({ no: certificate.no });
  return {
    state: {
      ...certificate,
      status: 'CANCELLED',
      cancelledAt: at,
      cancelReason: reason,
    },
    events: [{ type: 'certificate.cancelled', ...(postingId === null ? {} : { postingId }) }],
  };
}
