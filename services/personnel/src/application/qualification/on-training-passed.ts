import type { EventData } from '@qianshou/events';
import { laterOf, notKnownYet } from '@qianshou/kernel';
import { certificateFacts } from '../../domain/qualification/certificate-facts.ts';
import { renewTraining, startTrained } from '../../domain/posting/posting-duty.ts';
import { clocksBefore } from './clocks-before.ts';
import type { Ports } from '../ports.ts';

type Passed = EventData<'qianshou.training.passed.v1'>;

/** PER-7: who passes the pre-job training of a posting comes on duty by it. */
export const onTrainingPassed =
  ({ policies, postings, workers }: Pick<Ports, 'policies' | 'postings' | 'workers'>) =>
  async ({ kind, postingId, workerId, certificateNo, passedOn }: Passed): Promise<void> => {
    if (kind !== 'PRE_JOB' || postingId === null) return;
    const posting = await postings.find(postingId);
    if (posting === null) throw notKnownYet({ what: { en: 'posting', zh: '任职' }, id: postingId });
    if (posting.workerId !== workerId) throw new Error(`${postingId} is not the posting of ${workerId}`);
    // Passed again, or withdrawn meanwhile: it starts nothing here, and stands in for one that was cancelled.
    if (posting.status !== 'IN_PRE_JOB_TRAINING') {
      await postings.save(renewTraining(posting, { certificateNo, passedOn }));
      return;
    }
    const worker = await workers.get(workerId);
    const { countyCode } = posting;
    const on = laterOf(posting.startsOn, passedOn);
    const before = await clocksBefore({ policies, postings }, { workerId, countyCode, on });
    const facts = certificateFacts(worker, countyCode, on, before);
    await postings.save(startTrained(posting, { certificateNo, passedOn }, facts));
  };
