import type { Actor, Page, PageRequest } from '@qianshou/kernel';
import { mayReadServices } from '../domain/policy.ts';
import type { ServiceRecord } from '../domain/service-record.ts';
import type { Ports } from './ports.ts';
import type { ServiceRecordFilter } from './ports-of-services.ts';

/** The records of one station, newest first. */
export const listServiceRecords =
  ({ stations, serviceRecords }: Pick<Ports, 'stations' | 'serviceRecords'>) =>
  async (filter: ServiceRecordFilter, page: PageRequest, actor: Actor): Promise<Page<ServiceRecord>> => {
    mayReadServices(actor, await stations.get(filter.stationId));
    return serviceRecords.list(filter, 'DESC', page);
  };
