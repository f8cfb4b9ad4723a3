import type { Actor } from '@qianshou/kernel';
import { isInReach, reachOf } from '../../domain/policy.ts';
import type { TrainingCertificate } from '../../domain/certificate/training-certificate.ts';
import type { Ports } from '../ports.ts';

/** By the number on the paper; one out of reach answers as if there were none. Counted and kept: a number finds a person. */
export const findCertificate =
  ({ certificates, lookUps, clock }: Pick<Ports, 'certificates' | 'lookUps' | 'clock'>) =>
  async (no: string, actor: Actor): Promise<TrainingCertificate | null> => {
    await lookUps.spend(actor);
    const certificate = await certificates.findByNo(no);
    const found = certificate !== null && isInReach(reachOf(actor), certificate) ? certificate : null;
    await lookUps.note({ subject: actor.subject, certificateId: found?.id ?? null, at: clock.now() });
    return found;
  };
