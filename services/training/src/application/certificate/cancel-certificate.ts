import { type Command, decision, type PublicText } from '@qianshou/kernel';
import type { CertificateId } from '../../domain/ids.ts';
import { mayCancelCertificate } from '../../domain/policy.ts';
import {
  cancelCertificate as cancel,
  type TrainingCertificate,
} from '../../domain/certificate/training-certificate.ts';
import { creditHours, hoursOf } from '../hours/credit-hours.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'certificates' | 'classes' | 'clock' | 'enrolments' | 'unitOfWork'> &
  Parameters<typeof creditHours>[0];

export interface CancelCertificateInput {
  readonly certificateId: CertificateId;
  readonly reason: PublicText;
  readonly expectedVersion: number | null;
}

/** Whoever ran the class that issued it; personnel says whether its post needs the training again (TRA-2). */
export const cancelCertificate = (deps: Deps): Command<CancelCertificateInput, TrainingCertificate> => {
  const { certificates, classes, clock, enrolments, unitOfWork } = deps;
  return decision(unitOfWork, {
    load: ({ certificateId }) => certificates.get(certificateId),
    may: async (actor, certificate) =>
      mayCancelCertificate(actor, await classes.get(certificate.classId), certificate),
    decide: async (certificate, { reason }) => {
      const { postingId } = await enrolments.get(certificate.enrolmentId);
      return cancel(certificate, reason, clock.now(), postingId);
    },
    save: async (change) => {
      await creditHours(deps, hoursOf(change.state, -1));
      return certificates.save(change);
    },
  });
};
