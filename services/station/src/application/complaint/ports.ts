import type { CalendarDate, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { Repository, DayOrder } from '../reference/ports.ts';
import type { Complaint, ComplaintEvent, ComplaintStatus } from '../../domain/complaint/complaint.ts';
import type { ComplaintId, StationId } from '../../domain/ids.ts';

export interface ComplaintFilter {
  readonly within: RegionCode | null;
  readonly stationId: StationId | null;
  readonly status: readonly ComplaintStatus[] | null;
}

export interface Complaints extends Repository<ComplaintId, Complaint, ComplaintEvent> {
  readonly list: (filter: ComplaintFilter, order: DayOrder, page: PageRequest) => Promise<Page<Complaint>>;
  /** Complaints due before the day that were neither handled nor found late yet. */
  readonly due: (before: CalendarDate) => AsyncIterable<ComplaintId>;
  /** Within a transaction: takes one more place of a station and day, of its own for each taker; how many are taken then. */
  readonly takePlace: (stationId: StationId, day: CalendarDate, taker: PlaceTaker) => Promise<number>;
  /** Within a transaction: gives back a place that was taken without an account. */
  readonly freePlace: (stationId: StationId, day: CalendarDate) => Promise<void>;
}

/** Strangers share the places of a station and day; besides, each who signed in and each origin has some of their own. */
export type PlaceTaker = 'STRANGERS' | { readonly subject: string } | { readonly origin: string };
