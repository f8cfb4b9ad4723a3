import { type Actor, expectVersion } from '@qianshou/kernel';
import {
  reprintCertificate as reprint,
  type TrainingCertificate,
} from '../../domain/certificate/training-certificate.ts';
import type { CertificateId } from '../../domain/ids.ts';
import { mayCancelCertificate } from '../../domain/policy.ts';
import { newCheck } from '../class/new-certificates.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'certificates' | 'classes' | 'newId'>;

export interface ReprintCertificateInput {
  readonly certificateId: CertificateId;
  readonly expectedVersion: number | null;
}

/** Paper that was lost or spoilt: the same number again, and counted. */
export const reprintCertificate =
  ({ certificates, classes, newId }: Deps) =>
  async (input: ReprintCertificateInput, actor: Actor): Promise<TrainingCertificate> => {
    const certificate = await certificates.get(input.certificateId);
    mayCancelCertificate(actor, await classes.get(certificate.classId), certificate);
    expectVersion(certificate, input.expectedVersion);
    return certificates.save(reprint(certificate, newCheck(newId)));
  };
