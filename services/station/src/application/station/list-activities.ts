import type { Page, PageRequest } from '@qianshou/kernel';
import type { Activity } from '../../domain/station/activity.ts';
import type { DayOrder } from '../reference/ports.ts';
import type { Ports } from '../ports.ts';
import type { ActivityFilter } from './ports.ts';

/** Public, as the station is. */
export const listActivities =
  ({ activities }: Pick<Ports, 'activities'>) =>
  (filter: ActivityFilter, direction: DayOrder, page: PageRequest): Promise<Page<Activity>> =>
    activities.list(filter, direction, page);
