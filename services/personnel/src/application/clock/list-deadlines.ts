import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import type { Deadline } from '../../domain/clock/deadline.ts';
import { readScope } from '../../domain/policy.ts';
import type { Ports } from '../ports.ts';
import type { DeadlineFilter } from './ports.ts';

/** What is due by when, of those whom the actor may see. */
export const listDeadlines =
  ({ deadlines }: Pick<Ports, 'deadlines'>) =>
  (filter: DeadlineFilter, page: PageRequest, actor: Actor): Promise<Page<Deadline>> =>
    deadlines.list(readScope(actor), filter, page);
