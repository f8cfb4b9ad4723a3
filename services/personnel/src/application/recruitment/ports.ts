import type { CalendarDate, Page, PageRequest, RegionCode } from '@qianshou/kernel';
import type { RecruitmentNoticeId, StationId } from '../../domain/ids.ts';
import type {
  RecruitmentEvent,
  RecruitmentNotice,
  RecruitmentStatus,
} from '../../domain/recruitment/recruitment-notice.ts';
import type { Repository } from '../reference/ports.ts';

export interface RecruitmentFilter {
  readonly within: RegionCode | null;
  readonly stationId: StationId | null;
  readonly status: readonly RecruitmentStatus[] | null;
}

export interface RecruitmentNotices extends Repository<
  RecruitmentNoticeId,
  RecruitmentNotice,
  RecruitmentEvent
> {
  readonly list: (
    filter: RecruitmentFilter,
    direction: 'ASC' | 'DESC',
    page: PageRequest,
  ) => Promise<Page<RecruitmentNotice>>;
  /** Over for so long that who was not taken is to be erased, the longest first. */
  readonly listToErase: (on: CalendarDate, page: PageRequest) => Promise<Page<RecruitmentNotice>>;
}
