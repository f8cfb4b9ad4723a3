import type { Actor } from '@qianshou/kernel';
import type { PostingId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';
import { seenPosting } from '../reference/seen.ts';

/** What every change of a post says. */
export interface PostingTarget {
  readonly postingId: PostingId;
  readonly expectedVersion: number | null;
}

export const onPosting = ({ postings }: Pick<Ports, 'postings'>) => ({
  load: ({ postingId }: PostingTarget, actor: Actor) => seenPosting(postings, postingId, actor),
});
