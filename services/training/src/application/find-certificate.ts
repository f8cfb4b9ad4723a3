import type { Actor } from '@qianshou/kernel';
import { isInReach, reachOf } from '../domain/policy.ts';
import type { TrainingCertificate } from '../domain/training-certificate.ts';
import type { Ports } from './ports.ts';

/** By the number on the paper; one out of reach answers as if there were none. */
export const findCertificate =
  ({ certificates }: Pick<Ports, 'certificates'>) =>
  async (no: string, actor: Actor): Promise<TrainingCertificate | null> => {
    const certificate = await certificates.findByNo(no);
    return certificate !== null && isInReach(reachOf(actor), certificate) ? certificate : null;
  };
