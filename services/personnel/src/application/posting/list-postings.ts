import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import { readScope } from '../../domain/policy.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import type { Ports } from '../ports.ts';
import type { PostingFilter } from './ports.ts';

export const listPostings =
  ({ postings }: Pick<Ports, 'postings'>) =>
  (filter: PostingFilter, page: PageRequest, actor: Actor): Promise<Page<Posting>> =>
    postings.list(readScope(actor), filter, page);
