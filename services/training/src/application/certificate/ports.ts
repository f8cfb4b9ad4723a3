import type { Actor, Change, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { CertificateId, ClassId, WorkerId } from '../../domain/ids.ts';
import type { Reach } from '../../domain/policy.ts';
import type { TrainingKind } from '../../domain/programme/programme.ts';
import type { DayRange } from '../class/ports.ts';
import type { CertificateEvent, TrainingCertificate } from '../../domain/certificate/training-certificate.ts';
import type { Repository } from '../reference/ports.ts';

export interface CertificateFilter {
  readonly workerId: WorkerId | null;
  readonly classId: ClassId | null;
  readonly within: RegionCode | null;
  readonly kind: readonly TrainingKind[] | null;
  readonly status: readonly TrainingCertificate['status'][] | null;
  readonly issuedOn: DayRange;
}

export interface CertificateOrder {
  readonly field: 'ISSUED_ON';
  readonly direction: 'ASC' | 'DESC';
}

export interface CertificatesAsked {
  readonly filter: CertificateFilter;
  readonly order: CertificateOrder;
  readonly page: PageRequest;
}

export interface Certificates extends Repository<CertificateId, TrainingCertificate, CertificateEvent> {
  readonly saveMany: (changes: readonly Change<TrainingCertificate, CertificateEvent>[]) => Promise<void>;
  /** Only what is within reach: pages and counts obey it too. */
  readonly list: (asked: CertificatesAsked, reach: Reach) => Promise<Page<TrainingCertificate>>;
  readonly findByNo: (no: string) => Promise<TrainingCertificate | null>;
  /** Takes the next `count` numbers of a series and answers the first; never given out again (TRA-6). */
  readonly reserveNumbers: (series: string, count: number) => Promise<number>;
}

/** So many questions by number an hour for one caller, and who asked and whom it found; never the number. */
export interface LookUps {
  /** @throws RATE_LIMITED when it is one too many. */
  readonly spend: (actor: Actor) => Promise<void>;
  readonly note: (entry: LookUp) => Promise<void>;
}

/** So many questions whether a paper is genuine an hour for one who asks, whatever the answers. */
export interface CertificateChecks {
  /** @throws RATE_LIMITED when it is one too many. */
  readonly spend: (actor: Actor) => Promise<void>;
}

export interface LookUp {
  readonly subject: string | null;
  readonly certificateId: CertificateId | null;
  readonly at: Date;
}
