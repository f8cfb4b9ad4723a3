import { type Actor, chinaDay, type Command, decision, type PublicText } from '@qianshou/kernel';
import { mayKeepRecords } from '../../domain/policy.ts';
import { transferQuestionNotFound, workerStillEmployed } from '../../domain/transfer/errors.ts';
import { visibleQuestion } from '../../domain/transfer/policy.ts';
import {
  answerTransfer,
  grantTransfer,
  moveToCounty,
  type TransferAnswer,
  type TransferQuestion,
} from '../../domain/transfer/worker-transfer.ts';
import type { TransferQuestionId } from '../../domain/ids.ts';
import { workerStillPosted } from '../../domain/worker/errors.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import { type EntryPorts, onWorker } from '../qualification/life-entry.ts';
import { operatesIn } from '../reference/operates-in.ts';
import { seenWorker } from '../reference/seen.ts';
import type { Ports } from '../ports.ts';

export interface AnswerWorkerTransferInput {
  readonly questionId: TransferQuestionId;
  readonly answer: TransferAnswer;
  readonly reason: PublicText;
  readonly expectedVersion: number | null;
}

type Deps = EntryPorts & Pick<Ports, 'centres' | 'stations' | 'transferQuestions' | 'transferRequests'>;

/** PER-16: the county that keeps the person lets them go, or does not, of which the other learns nothing. */
export const answerWorkerTransfer = (deps: Deps): Command<AnswerWorkerTransferInput, TransferQuestion> => {
  const today = () => chinaDay(deps.clock.now());
  return decision<
    AnswerWorkerTransferInput,
    TransferQuestion,
    ReturnType<typeof answerTransfer>,
    TransferQuestion
  >(deps.unitOfWork, {
    load: async ({ questionId: id }, actor) => {
      const found = visibleQuestion(actor, await deps.transferQuestions.find(id));
      if (found === null) throw transferQuestionNotFound({ id });
      return found;
    },
    may: (actor, { countyCode }) => {
      if (countyCode !== null) mayKeepRecords(actor, countyCode);
    },
    decide: (found, { answer, reason }) => answerTransfer(found, { answer, reason }, today()),
    save: async (change, { actor }) => {
      const saved = await deps.transferQuestions.save(change);
      if (saved.answer === 'GRANTED') await letGo(deps, saved, actor);
      return saved;
    },
  });
};

async function letGo(
  deps: Deps,
  { requestId, workerId, askedFor }: TransferQuestion,
  actor: Actor,
): Promise<void> {
  if (workerId === null) return;
  const worker = await seenWorker(deps.workers, workerId, actor);
  await requireFree(deps, worker, askedFor);
  await onWorker(deps).save(moveToCounty(worker, askedFor));
  const request = await deps.transferRequests.get(requestId);
  await deps.transferRequests.save(grantTransfer(request, workerId, chinaDay(deps.clock.now())));
}

/** Whoever holds a post stays where it is; whoever is employed goes where their employer operates. */
async function requireFree(
  deps: Deps,
  { id, employerAgencyId }: SocialWorker,
  countyCode: TransferQuestion['askedFor'],
): Promise<void> {
  const [posts = []] = await deps.postings.findPresent([id]);
  const [post] = posts;
  if (post !== undefined) throw workerStillPosted({ countyCode: post.countyCode });
  if (employerAgencyId === null) return;
  if (!(await operatesIn(deps, employerAgencyId, countyCode))) throw workerStillEmployed({ countyCode });
}
