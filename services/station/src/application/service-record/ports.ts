import type { Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { EntryNo } from '../../domain/service-record/entry-number.ts';
import type { ServiceRecordId, StationId } from '../../domain/ids.ts';
import type { ServiceRecord, ServiceRecordEvent } from '../../domain/service-record/service-record.ts';
import type {
  BeneficiaryGroup,
  ServiceDomain,
  ServiceMethod,
} from '../../domain/reference/service-values.ts';
import type { DaySpan, DayOrder, Repository } from '../reference/ports.ts';

/** What narrows a list, wherever it is of. */
export interface ServiceRecordFilter {
  readonly domain: readonly ServiceDomain[] | null;
  readonly method: readonly ServiceMethod[] | null;
  readonly beneficiaryGroup: readonly BeneficiaryGroup[] | null;
  readonly servedOn: DaySpan;
}

export type ServiceRecordPlace =
  | {
      readonly kind: 'STATION';
      readonly stationId: StationId;
      readonly within: RegionCode | null;
    }
  | {
      readonly kind: 'REGION';
      readonly within: RegionCode;
      /** Those that the region lies in or consists of. */
      readonly prefectures: readonly RegionCode[];
      /** Null: of all stations. */
      readonly stationIds: readonly StationId[] | null;
    };

export interface FiledEntry {
  readonly stationId: StationId;
  readonly entryNo: EntryNo;
}

export interface ServiceRecords extends Repository<ServiceRecordId, ServiceRecord, ServiceRecordEvent> {
  readonly list: (
    place: ServiceRecordPlace,
    filter: ServiceRecordFilter,
    order: DayOrder,
    page: PageRequest,
  ) => Promise<Page<ServiceRecord>>;
  /** Those that stations filed under these numbers. */
  readonly findByEntryNos: (entries: readonly FiledEntry[]) => Promise<readonly ServiceRecord[]>;
}
