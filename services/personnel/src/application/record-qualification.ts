import { type Actor, type CalendarDate, chinaDay, expectVersion, type RegionCode } from '@qianshou/kernel';
import { meetRequirement } from '../domain/certificate-review.ts';
import type { QualificationLevel } from '../domain/exam-eligibility.ts';
import type { WorkerId } from '../domain/ids.ts';
import { mayCertify } from '../domain/policy.ts';
import {
  isCertifiedIn,
  type PassLine,
  recordQualification as record,
  type SocialWorker,
} from '../domain/social-worker.ts';
import type { Ports } from './ports.ts';
import { seenWorker } from './seen.ts';

type Deps = Pick<Ports, 'clock' | 'newId' | 'postings' | 'unitOfWork' | 'workers'>;

export interface RecordQualificationInput {
  readonly workerId: WorkerId;
  readonly expectedVersion: number | null;
  readonly level: QualificationLevel;
  readonly certificateNo: string;
  readonly obtainedOn: CalendarDate;
  readonly passLine: PassLine;
  readonly validWithin: RegionCode | null;
  readonly byExam: boolean;
}

/** The certificate and what it settles on the worker's posts (PER-8), together. */
export const recordQualification =
  ({ workers, postings, unitOfWork, clock, newId }: Deps) =>
  ({ workerId, expectedVersion, ...input }: RecordQualificationInput, actor: Actor): Promise<SocialWorker> =>
    unitOfWork.run(async () => {
      const worker = await seenWorker(workers, workerId, actor);
      mayCertify(actor, worker);
      expectVersion(worker, expectedVersion);
      const qualification = { id: newId('qua'), ...input };
      const saved = await workers.save(record(worker, qualification, chinaDay(clock.now())));
      for (const posting of await postings.listUncertified(workerId)) {
        if (isCertifiedIn(saved, posting.countyCode)) await postings.save(meetRequirement(posting));
      }
      return saved;
    });
