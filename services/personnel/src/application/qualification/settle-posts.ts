import type { CalendarDate } from '@qianshou/kernel';
import { meetRequirement, reopenRequirement } from '../../domain/posting/certificate-review.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import { certificateFacts } from '../../domain/qualification/certificate-facts.ts';
import { isCertifiedIn, type SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';
import { clocksBefore } from './clocks-before.ts';

type Deps = Pick<Ports, 'policies' | 'postings'>;

/** PER-8 on every post of a worker whose certificates changed: met where one counts now, open again where none does. */
export async function settlePosts(deps: Deps, worker: SocialWorker, today: CalendarDate): Promise<void> {
  for (const posting of await deps.postings.listBound(worker.id)) {
    if (isCertifiedIn(worker, posting.countyCode)) await deps.postings.save(meetRequirement(posting));
    else await reopen(deps, posting, worker, today);
  }
}

async function reopen(
  deps: Deps,
  posting: Posting,
  worker: SocialWorker,
  today: CalendarDate,
): Promise<void> {
  const { countyCode, startedOn } = posting;
  const on = startedOn ?? today;
  const [policy] = await deps.policies.inForce([countyCode], today);
  const before = await clocksBefore(deps, { workerId: worker.id, countyCode, on });
  const facts = certificateFacts(worker, countyCode, on, before);
  const certificateYears = policy?.certificateYears ?? null;
  await deps.postings.save(reopenRequirement(posting, { ...facts, certificateYears }, today));
}
