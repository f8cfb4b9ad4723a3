import type { Page, PageRequest } from '@qianshou/kernel';
import type { StationId } from '../../domain/ids.ts';
import type { Activity } from '../../domain/station/activity.ts';
import type { Ports } from '../ports.ts';

/** Public, as the station is. */
export const listActivities =
  ({ activities }: Pick<Ports, 'activities'>) =>
  (stationId: StationId, page: PageRequest): Promise<Page<Activity>> =>
    activities.list(stationId, page);
