import { type Actor, chinaDay, type Command, comparableNumber, decision, recordedBy } from '@qianshou/kernel';
import type { WorkerId } from '../../domain/ids.ts';
import { mayCertify, recordingOf } from '../../domain/worker/policy.ts';
import { asRecorded, type Certificate } from '../../domain/worker/qualification.ts';
import { recordQualification as record, type SocialWorker } from '../../domain/worker/social-worker.ts';
import { countingRefusals } from '../worker/counting-refusals.ts';
import { seenWorker } from '../reference/seen.ts';
import { heldElsewhere, openCases, type RecordingPorts, requireArea } from './certificate-number.ts';
import { settlePosts } from './settle-posts.ts';

export interface RecordQualificationInput extends Omit<Certificate, 'certificateKey'> {
  readonly workerId: WorkerId;
  readonly expectedVersion: number | null;
}

/** The certificate and what it settles on the worker's posts (PER-8), together. */
export const recordQualification = (
  deps: RecordingPorts,
): Command<RecordQualificationInput, SocialWorker> => {
  const certify = certifying(deps);
  return (input, actor) => countingRefusals(deps, 'recordQualification', actor, () => certify(input, actor));
};

function certifying(deps: RecordingPorts): Command<RecordQualificationInput, SocialWorker> {
  const { workers, newId, clock } = deps;
  return decision(deps.unitOfWork, {
    load: ({ workerId }: RecordQualificationInput, actor: Actor) => seenWorker(workers, workerId, actor),
    may: mayCertify,
    decide: async (worker, { workerId: _worker, expectedVersion: _version, ...certificate }, actor) => {
      await requireArea(deps, certificate);
      const certificateKey = comparableNumber(certificate.certificateNo);
      const elsewhere = await heldElsewhere(deps, worker, certificateKey, actor);
      const today = chinaDay(clock.now());
      const recorded = recordedBy(actor, today, recordingOf(worker));
      const qualification = asRecorded(newId('qua'), { ...certificate, certificateKey }, recorded);
      return { change: record(worker, qualification, today), elsewhere };
    },
    save: async ({ change, elsewhere }) => {
      const saved = await workers.save(change);
      await openCases(deps, elsewhere, saved);
      await settlePosts(deps, saved, chinaDay(clock.now()));
      return saved;
    },
  });
}
