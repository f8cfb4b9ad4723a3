import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import type { Enrolment } from '../../domain/class/enrolment-state.ts';
import { reachOf } from '../../domain/policy.ts';
import type { EnrolmentFilter } from './ports.ts';
import type { Ports } from '../ports.ts';

/** A person's record: authorities of the region, the agencies concerned and the worker see it. */
export const listEnrolments =
  ({ enrolments }: Pick<Ports, 'enrolments'>) =>
  (filter: EnrolmentFilter, page: PageRequest, actor: Actor): Promise<Page<Enrolment>> =>
    enrolments.list(filter, reachOf(actor), page);
