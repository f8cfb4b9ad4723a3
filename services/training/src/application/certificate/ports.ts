import type { Actor, Change } from '@qianshou/kernel';
import type { CertificateId } from '../../domain/ids.ts';
import type { CertificateEvent, TrainingCertificate } from '../../domain/certificate/training-certificate.ts';
import type { Repository } from '../reference/ports.ts';

export interface Certificates extends Repository<CertificateId, TrainingCertificate, CertificateEvent> {
  readonly saveMany: (changes: readonly Change<TrainingCertificate, CertificateEvent>[]) => Promise<void>;
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

export interface LookUp {
  readonly subject: string | null;
  readonly certificateId: CertificateId | null;
  readonly at: Date;
}
