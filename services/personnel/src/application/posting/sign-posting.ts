import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { PostingId } from '../../domain/ids.ts';
import { maySign } from '../../domain/posting/policy.ts';
import { missingSignatures, type Posting } from '../../domain/posting/posting.ts';
import { sign } from '../../domain/posting/posting-recruitment.ts';
import type { Ports } from '../ports.ts';
import { requireWorkplaceOpen } from './recruitment-facts.ts';
import { seenPosting } from '../reference/seen.ts';

export interface SignPostingInput {
  readonly postingId: PostingId;
  readonly expectedVersion: number | null;
}

export const signPosting =
  ({ postings, clock, ...places }: Pick<Ports, 'centres' | 'clock' | 'postings' | 'stations'>) =>
  async ({ postingId, expectedVersion }: SignPostingInput, actor: Actor): Promise<Posting> => {
    const posting = await seenPosting(postings, postingId, actor);
    const party = maySign(actor, posting, missingSignatures(posting));
    expectVersion(posting, expectedVersion);
    await requireWorkplaceOpen(places, posting);
    return postings.save(sign(posting, party, { subject: actor.subject, on: chinaDay(clock.now()) }));
  };
