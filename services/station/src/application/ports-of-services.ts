import type { CalendarDate, Page, PageRequest } from '@qianshou/kernel';
import type { EntryNo } from '../domain/entry-number.ts';
import type { ServiceRecordId, StationId } from '../domain/ids.ts';
import type { ServiceRecord, ServiceRecordEvent } from '../domain/service-record.ts';
import type { ServiceDomain } from '../domain/service-values.ts';
import type { DayOrder, Repository } from './ports.ts';

export interface ServiceRecordFilter {
  readonly stationId: StationId;
  readonly domain: readonly ServiceDomain[] | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

export interface FiledEntry {
  readonly stationId: StationId;
  readonly entryNo: EntryNo;
}

export interface ServiceRecords extends Repository<ServiceRecordId, ServiceRecord, ServiceRecordEvent> {
  readonly list: (
    filter: ServiceRecordFilter,
    order: DayOrder,
    page: PageRequest,
  ) => Promise<Page<ServiceRecord>>;
  /** Those that stations filed under these numbers. */
  readonly findByEntryNos: (entries: readonly FiledEntry[]) => Promise<readonly ServiceRecord[]>;
}
