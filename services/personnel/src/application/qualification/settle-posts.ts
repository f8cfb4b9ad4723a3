import type { CalendarDate } from '@qianshou/kernel';
import {
  meetRequirement,
  reopenRequirement,
  type ReviewFacts,
} from '../../domain/posting/certificate-review.ts';
import { recount } from '../../domain/posting/clock-recount.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import { certificateFacts } from '../../domain/qualification/certificate-facts.ts';
import { NO_LOCAL_POLICY } from '../../domain/reference/workplace.ts';
import { isCertifiedIn, type SocialWorker } from '../../domain/worker/social-worker.ts';
import { type ClockPorts, settleClocks } from '../clock/settle-clocks.ts';
import type { Ports } from '../ports.ts';
import { clocksBefore } from './clocks-before.ts';

type PostPorts = Pick<Ports, 'policies' | 'postings'>;
type Deps = ClockPorts & PostPorts;

/** PER-8 on every post of a worker whose certificates changed: met where one counts now, open again where none does; the person's own clocks with them. */
export async function settlePosts(deps: Deps, worker: SocialWorker, today: CalendarDate): Promise<void> {
  await settleClocks(deps, worker, today);
  for (const posting of await deps.postings.listBound(worker.id)) {
    if (isCertifiedIn(worker, posting.countyCode)) await deps.postings.save(meetRequirement(posting));
    else {
      const facts = await reviewFacts(deps, posting, worker, today);
      await deps.postings.save(reopenRequirement(posting, facts, today));
    }
  }
}

/** PER-9 on every post of a worker of whose studies or service something was put right. */
export async function recountPosts(deps: Deps, worker: SocialWorker, today: CalendarDate): Promise<void> {
  await settleClocks(deps, worker, today);
  for (const posting of await deps.postings.listBound(worker.id)) {
    await deps.postings.save(recount(posting, await reviewFacts(deps, posting, worker, today), today));
  }
}

async function reviewFacts(
  deps: PostPorts,
  { countyCode, startedOn }: Posting,
  worker: SocialWorker,
  today: CalendarDate,
): Promise<ReviewFacts> {
  const on = startedOn ?? today;
  const [policy = NO_LOCAL_POLICY] = await deps.policies.inForce([countyCode], today);
  const before = await clocksBefore(deps, { workerId: worker.id, countyCode, on });
  const facts = certificateFacts(worker, countyCode, on, before);
  return { ...facts, ...policy };
}
