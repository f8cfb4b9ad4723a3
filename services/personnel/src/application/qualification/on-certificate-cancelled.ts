import type { EventData } from '@qianshou/events';
import { chinaDay, notKnownYet } from '@qianshou/kernel';
import { voidTraining } from '../../domain/posting/posting-duty.ts';
import type { Ports } from '../ports.ts';

type Cancelled = EventData<'qianshou.training.certificate-cancelled.v1'>;

/** PER-7: with its certificate the pre-job training of a post is void. */
export const onCertificateCancelled =
  ({ postings, clock }: Pick<Ports, 'clock' | 'postings'>) =>
  async ({ kind, postingId = null, certificateNo }: Cancelled): Promise<void> => {
    if (kind !== 'PRE_JOB' || postingId === null) return;
    const posting = await postings.find(postingId);
    if (posting === null) throw notKnownYet({ what: { en: 'posting', zh: '任职' }, id: postingId });
    await postings.save(voidTraining(posting, certificateNo, chinaDay(clock.now())));
  };
