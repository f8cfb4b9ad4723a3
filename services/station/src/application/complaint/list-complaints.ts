import type { Page, PageRequest } from '@qianshou/kernel';
import type { Complaint } from '../../domain/complaint/complaint.ts';
import type { ComplaintFilter } from './ports.ts';
import type { Ports } from '../ports.ts';
import type { DayOrder } from '../reference/ports.ts';

/** Public, as results are; what was said in a complaint the graph shows to the bureau alone. */
export const listComplaints =
  ({ complaints }: Pick<Ports, 'complaints'>) =>
  (filter: ComplaintFilter, order: DayOrder, page: PageRequest): Promise<Page<Complaint>> =>
    complaints.list(filter, order, page);
