import {
  type Actor,
  type CalendarDate,
  type Change,
  chinaDay,
  type Command,
  comparableNumber,
  decision,
  type Grounds,
  mayPutRight,
  type PublicText,
} from '@qianshou/kernel';
import type { QualificationId } from '../../domain/ids.ts';
import { mayVerifyQualification, puttingRight } from '../../domain/qualification/actions.ts';
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

export interface QualificationGrounds extends QualificationTarget, Grounds {}

export interface CorrectQualificationInput extends QualificationGrounds {
  readonly corrected: CorrectedCertificate;
}

/** The holder as they were when the certificate was named, and which it is. */
interface Held extends SocialWorker {
  readonly about: QualificationId;
}

type Decided = Change<SocialWorker, WorkerEvent>;

interface Correction extends Decided {
  readonly elsewhere: readonly SocialWorker[];
}

/** A decision on a certificate, and what it changes on its holder's posts, together. */
const onQualification = (deps: RecordingPorts) => ({
  load: async ({ qualificationId: id }: QualificationTarget, actor: Actor): Promise<Held> => {
    const [holder] = await deps.workers.findHolders([id]);
    const worker = visibleWorker(actor, holder ?? null);
    if (worker === null) throw qualificationNotFound({ id });
    return { ...worker, about: id };
  },
  save: async ({ state, events }: Decided): Promise<SocialWorker> => {
    const saved = await deps.workers.save({ state, events });
    await settlePosts(deps, saved, today(deps));
    return saved;
  },
});

const mayCorrect =
  ({ clock }: Pick<RecordingPorts, 'clock'>) =>
  (actor: Actor, { about, ...worker }: Held): void =>
    mayPutRight(
      actor,
      puttingRight(worker, qualificationOf(worker, about), { actor, today: today({ clock }) }),
    );

export const verifyQualification = (deps: RecordingPorts): Command<QualificationTarget, SocialWorker> =>
  decision(deps.unitOfWork, {
    ...onQualification(deps),
    may: mayVerifyQualification,
    decide: ({ about, ...worker }: Held) => verify(worker, about, today(deps)),
  });

const withReason =
  (decide: typeof reject) =>
  (deps: RecordingPorts): Command<QualificationReason, SocialWorker> =>
    decision(deps.unitOfWork, {
      ...onQualification(deps),
      may: mayVerifyQualification,
      decide: ({ about, ...worker }: Held, { reason }: QualificationReason) =>
        decide(worker, about, { reason, today: today(deps) }),
    });

export const rejectQualification = withReason(reject);

export const revokeQualification = withReason(revoke);

export const strikeQualification = (deps: RecordingPorts): Command<QualificationGrounds, SocialWorker> =>
  decision(deps.unitOfWork, {
    ...onQualification(deps),
    may: mayCorrect(deps),
    decide: ({ about, ...worker }: Held, { reason, evidence }: QualificationGrounds) =>
      strike(worker, about, { reason, evidence, today: today(deps) }),
  });

/** PER-16: another number is looked for elsewhere as that of a new certificate is, and refusals are counted. */
export const correctQualification = (
  deps: RecordingPorts,
): Command<CorrectQualificationInput, SocialWorker> => {
  const correcting = decision<CorrectQualificationInput, Held, Correction, SocialWorker>(deps.unitOfWork, {
    ...onQualification(deps),
    may: mayCorrect(deps),
    decide: async ({ about, ...worker }, { corrected, reason, evidence }, actor) => {
      const change = correct(worker, about, corrected, { reason, evidence, today: today(deps) });
      const right = qualificationOf(change.state, about);
      await requireArea(deps, right);
      const named = corrected.certificateNo !== undefined;
      const key = comparableNumber(right.certificateNo);
      return { ...change, elsewhere: named ? await heldElsewhere(deps, worker, key, actor) : [] };
    },
    save: async ({ elsewhere, ...change }) => {
      const saved = await onQualification(deps).save(change);
      await openCases(deps, elsewhere, saved);
      return saved;
    },
  });
  return (input, actor) =>
    countingRefusals(deps, 'correctQualification', actor, () => correcting(input, actor));
};

function today({ clock }: Pick<RecordingPorts, 'clock'>): CalendarDate {
  return chinaDay(clock.now());
}
