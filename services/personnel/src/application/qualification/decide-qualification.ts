import {
  type Actor,
  type CalendarDate,
  type Change,
  chinaDay,
  comparableNumber,
  expectVersion,
  type PublicText,
} from '@qianshou/kernel';
import type { QualificationId } from '../../domain/ids.ts';
import { mayCorrectQualification, mayVerifyQualification } from '../../domain/qualification/actions.ts';
import {
  correct,
  type CorrectedCertificate,
  qualificationOf,
  reject,
  revoke,
  strike,
  verify,
} from '../../domain/qualification/qualification-decisions.ts';
import { qualificationNotFound } from '../../domain/worker/errors.ts';
import { visibleWorker } from '../../domain/worker/policy.ts';
import type { SocialWorker, WorkerEvent } from '../../domain/worker/social-worker.ts';
import { countingRefusals } from '../worker/counting-refusals.ts';
import { heldElsewhere, openCases, type RecordingPorts, requireArea } from './certificate-number.ts';
import { settlePosts } from './settle-posts.ts';

export interface QualificationTarget {
  readonly qualificationId: QualificationId;
  readonly expectedVersion: number | null;
}

export interface QualificationReason extends QualificationTarget {
  readonly reason: PublicText;
}

export interface CorrectQualificationInput extends QualificationReason {
  readonly corrected: CorrectedCertificate;
}

type May = typeof mayCorrectQualification;
type Decide = (worker: SocialWorker, today: CalendarDate) => Change<SocialWorker, WorkerEvent>;

/** A decision on a certificate, and what it changes on its holder's posts, together. */
async function decided(
  deps: RecordingPorts,
  { qualificationId: id, expectedVersion }: QualificationTarget,
  { actor, may, decide }: { readonly actor: Actor; readonly may: May; readonly decide: Decide },
): Promise<SocialWorker> {
  const [holder] = await deps.workers.findHolders([id]);
  const worker = visibleWorker(actor, holder ?? null);
  if (worker === null) throw qualificationNotFound({ id });
  may(actor, worker, qualificationOf(worker, id));
  expectVersion(worker, expectedVersion);
  const today = chinaDay(deps.clock.now());
  const saved = await deps.workers.save(decide(worker, today));
  await settlePosts(deps, saved, today);
  return saved;
}

export const verifyQualification =
  (deps: RecordingPorts) =>
  (target: QualificationTarget, actor: Actor): Promise<SocialWorker> =>
    deps.unitOfWork.run(() =>
      decided(deps, target, {
        actor,
        may: mayVerifyQualification,
        decide: (worker, today) => verify(worker, target.qualificationId, today),
      }),
    );

const withReason =
  (may: May, decide: typeof reject) =>
  (deps: RecordingPorts) =>
  (input: QualificationReason, actor: Actor): Promise<SocialWorker> =>
    deps.unitOfWork.run(() =>
      decided(deps, input, {
        actor,
        may,
        decide: (worker, today) => decide(worker, input.qualificationId, { reason: input.reason, today }),
      }),
    );

export const rejectQualification = withReason(mayVerifyQualification, reject);

export const revokeQualification = withReason(mayVerifyQualification, revoke);

export const strikeQualification = withReason(mayCorrectQualification, strike);

/** PER-16: another number is looked for elsewhere as that of a new certificate is, and refusals are counted. */
export const correctQualification =
  (deps: RecordingPorts) =>
  (input: CorrectQualificationInput, actor: Actor): Promise<SocialWorker> =>
    countingRefusals(deps, 'correctQualification', actor, () =>
      deps.unitOfWork.run(async () => {
        const { qualificationId, corrected, reason } = input;
        const saved = await decided(deps, input, {
          actor,
          may: mayCorrectQualification,
          decide: (worker, today) => correct(worker, qualificationId, corrected, { reason, today }),
        });
        const { certificateNo, passLine, validWithin } = qualificationOf(saved, qualificationId);
        await requireArea(deps, { passLine, validWithin });
        if (corrected.certificateNo !== undefined) {
          const elsewhere = await heldElsewhere(deps, saved, comparableNumber(certificateNo), actor);
          await openCases(deps, elsewhere, saved);
        }
        return saved;
      }),
    );
