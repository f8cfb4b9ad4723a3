import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import { readScope } from '../../domain/policy.ts';
import type { PressablePosting } from '../../domain/posting/posting.ts';
import type { Ports } from '../ports.ts';
import type { DeadlineFilter } from './ports.ts';

/** PER-9: whose certificate is due by when, of those whom the actor may see. */
export const listDeadlines =
  ({ postings }: Pick<Ports, 'postings'>) =>
  (filter: DeadlineFilter, page: PageRequest, actor: Actor): Promise<Page<PressablePosting>> =>
    postings.listDeadlines(readScope(actor), filter, page);
