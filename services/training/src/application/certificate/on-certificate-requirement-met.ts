import type { EventData } from '@qianshou/events';
import { isLive, lapse } from '../../domain/class/enrolment.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'enrolments' | 'needs' | 'unitOfWork' | 'clock'>;
type Met = EventData<'qianshou.personnel.certificate-requirement-met.v1'>;

/** Who has the certificate needs no offer any more; a place that was accepted stays the worker's to give up. */
export const onCertificateRequirementMet =
  ({ enrolments, needs, unitOfWork, clock }: Deps) =>
  async ({ postingId }: Met): Promise<void> => {
    await unitOfWork.run(async () => {
      await needs.remove('EXAM_PREP', postingId);
      const offers = await enrolments.listOfPosting(postingId, ['OFFERED']);
      for (const offer of offers.filter(isLive))
        await enrolments.save(lapse(offer, clock.now(), 'NOT_NEEDED'));
    });
  };
