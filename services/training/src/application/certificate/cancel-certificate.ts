import { type Actor, expectVersion, type PublicText } from '@qianshou/kernel';
import type { CertificateId } from '../../domain/ids.ts';
import { mayCancelCertificate } from '../../domain/policy.ts';
import {
  cancelCertificate as cancel,
  type TrainingCertificate,
} from '../../domain/certificate/training-certificate.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'certificates' | 'classes' | 'clock' | 'enrolments'>;

export interface CancelCertificateInput {
  readonly certificateId: CertificateId;
  readonly reason: PublicText;
  readonly expectedVersion: number | null;
}

/** Whoever ran the class that issued it; personnel says whether its post needs the training again (TRA-2). */
export const cancelCertificate =
  ({ certificates, classes, enrolments, clock }: Deps) =>
  async (input: CancelCertificateInput, actor: Actor): Promise<TrainingCertificate> => {
    const certificate = await certificates.get(input.certificateId);
    mayCancelCertificate(actor, await classes.get(certificate.classId), certificate);
    expectVersion(certificate, input.expectedVersion);
    const { postingId } = await enrolments.get(certificate.enrolmentId);
    return certificates.save(cancel(certificate, input.reason, clock.now(), postingId));
  };
