import { type Actor, type CalendarDate, chinaDay, expectVersion } from '@qianshou/kernel';
import { certificateFacts } from '../../domain/qualification/certificate-facts.ts';
import type { PostingId } from '../../domain/ids.ts';
import { mayPropose } from '../../domain/posting/policy.ts';
import type { RegularPosting } from '../../domain/posting/posting.ts';
import { start } from '../../domain/posting/posting-duty.ts';
import { clocksBefore } from '../qualification/clocks-before.ts';
import type { Ports } from '../ports.ts';
import { requireWorkplaceOpen } from './recruitment-facts.ts';
import { seenPosting } from '../reference/seen.ts';

export interface StartPostingInput {
  readonly postingId: PostingId;
  readonly startedOn: CalendarDate;
  readonly expectedVersion: number | null;
}

/** PER-7: for those who need no training; everybody else starts by passing it (`onTrainingPassed`). */
export const startPosting =
  ({
    policies,
    postings,
    workers,
    clock,
    ...places
  }: Pick<Ports, 'centres' | 'clock' | 'policies' | 'postings' | 'stations' | 'workers'>) =>
  async (input: StartPostingInput, actor: Actor): Promise<RegularPosting> => {
    const posting = await seenPosting(postings, input.postingId, actor);
    mayPropose(actor, posting.role, posting);
    expectVersion(posting, input.expectedVersion);
    await requireWorkplaceOpen(places, posting);
    const worker = await workers.get(posting.workerId);
    const { workerId, countyCode } = posting;
    const before = await clocksBefore({ policies, postings }, { workerId, countyCode, on: input.startedOn });
    const facts = certificateFacts(worker, countyCode, input.startedOn, before);
    return postings.save(start(posting, input.startedOn, facts, chinaDay(clock.now())));
  };
