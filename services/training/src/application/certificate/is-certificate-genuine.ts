import type { Actor } from '@qianshou/kernel';
import { isGenuine, type TrainingCertificate } from '../../domain/certificate/training-certificate.ts';
import type { Ports } from '../ports.ts';

export interface CertificateQuestion {
  readonly no: string;
  readonly check: string;
}

/** Yes and what it is for, to whoever holds the paper; no, and nothing else, to everybody else. So many an hour: nobody walks the numbers. */
export const isCertificateGenuine =
  ({ certificates, certificateChecks }: Pick<Ports, 'certificates' | 'certificateChecks'>) =>
  async ({ no, check }: CertificateQuestion, actor: Actor): Promise<TrainingCertificate | null> => {
    await certificateChecks.spend(actor);
    const certificate = await certificates.findByNo(no.trim().toUpperCase());
    return isGenuine(certificate, check) ? certificate : null;
  };
