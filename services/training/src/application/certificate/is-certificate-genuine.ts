import { isGenuine, type TrainingCertificate } from '../../domain/certificate/training-certificate.ts';
import type { Ports } from '../ports.ts';

export interface CertificateQuestion {
  readonly no: string;
  readonly check: string;
}

/** Yes and what it is for, to whoever holds the paper; no, and nothing else, to everybody else. */
export const isCertificateGenuine =
  ({ certificates }: Pick<Ports, 'certificates'>) =>
  async ({ no, check }: CertificateQuestion): Promise<TrainingCertificate | null> => {
    const certificate = await certificates.findByNo(no.trim().toUpperCase());
    return isGenuine(certificate, check) ? certificate : null;
  };
