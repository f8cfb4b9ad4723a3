import type { Actor } from '@qianshou/kernel';
import { postingNotFound } from '../../domain/posting/errors.ts';
import { workerNotFound } from '../../domain/worker/errors.ts';
import type { PostingId, WorkerId } from '../../domain/ids.ts';
import { visiblePosting } from '../../domain/posting/policy.ts';
import { visibleWorker } from '../../domain/worker/policy.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';

/** What the actor may not see answers like what does not exist, so that no command tells who is registered. */
export async function seenWorker(
  workers: Ports['workers'],
  id: WorkerId,
  actor: Actor,
): Promise<SocialWorker> {
  const worker = visibleWorker(actor, await workers.find(id));
  if (worker === null) throw workerNotFound({ id });
  return worker;
}

export async function seenPosting(
  postings: Ports['postings'],
  id: PostingId,
  actor: Actor,
): Promise<Posting> {
  const posting = visiblePosting(actor, await postings.find(id));
  if (posting === null) throw postingNotFound({ id });
  return posting;
}
