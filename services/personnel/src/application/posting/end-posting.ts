import { type Actor, type CalendarDate, chinaDay, expectVersion, type PublicText } from '@qianshou/kernel';
import type { PostingId } from '../../domain/ids.ts';
import { mayEnd } from '../../domain/posting/policy.ts';
import type { LeftPosting } from '../../domain/posting/posting.ts';
import { end } from '../../domain/posting/posting-duty.ts';
import type { Ports } from '../ports.ts';
import { seenPosting } from '../reference/seen.ts';

export interface EndPostingInput {
  readonly postingId: PostingId;
  readonly endedOn: CalendarDate;
  readonly reason: PublicText;
  readonly expectedVersion: number | null;
}

export const endPosting =
  ({ postings, clock }: Pick<Ports, 'clock' | 'postings'>) =>
  async ({ postingId, expectedVersion, ...ending }: EndPostingInput, actor: Actor): Promise<LeftPosting> => {
    const posting = await seenPosting(postings, postingId, actor);
    mayEnd(actor, posting);
    expectVersion(posting, expectedVersion);
    return postings.save(end(posting, ending, chinaDay(clock.now())));
  };
