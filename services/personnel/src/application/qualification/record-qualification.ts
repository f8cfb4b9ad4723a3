import { type Actor, chinaDay, comparableNumber, expectVersion } from '@qianshou/kernel';
import type { WorkerId } from '../../domain/ids.ts';
import { mayCertify } from '../../domain/worker/policy.ts';
import { type Certificate, recorded } from '../../domain/worker/qualification.ts';
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
export const recordQualification =
  (deps: RecordingPorts) =>
  (input: RecordQualificationInput, actor: Actor): Promise<SocialWorker> =>
    countingRefusals(deps, 'recordQualification', actor, () =>
      deps.unitOfWork.run(() => certify(deps, input, actor)),
    );

async function certify(
  deps: RecordingPorts,
  { workerId, expectedVersion, ...certificate }: RecordQualificationInput,
  actor: Actor,
): Promise<SocialWorker> {
  const { workers, clock, newId } = deps;
  const worker = await seenWorker(workers, workerId, actor);
  mayCertify(actor, worker);
  expectVersion(worker, expectedVersion);
  await requireArea(deps, certificate);
  const certificateKey = comparableNumber(certificate.certificateNo);
  const elsewhere = await heldElsewhere(deps, worker, certificateKey, actor);
  const today = chinaDay(clock.now());
  const saved = await workers.save(
    record(worker, recorded(newId('qua'), { ...certificate, certificateKey }), today),
  );
  await openCases(deps, elsewhere, saved);
  await settlePosts(deps, saved, today);
  return saved;
}
