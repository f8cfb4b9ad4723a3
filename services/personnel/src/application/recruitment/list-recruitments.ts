import type { Page, PageRequest } from '@qianshou/kernel';
import type { RecruitmentNotice } from '../../domain/recruitment/recruitment-notice.ts';
import type { Ports } from '../ports.ts';
import type { RecruitmentFilter } from './ports.ts';

/** Public, as every notice of its kind; who applied is not. */
export const listRecruitments =
  ({ recruitments }: Pick<Ports, 'recruitments'>) =>
  (
    filter: RecruitmentFilter,
    direction: 'ASC' | 'DESC',
    page: PageRequest,
  ): Promise<Page<RecruitmentNotice>> =>
    recruitments.list(filter, direction, page);
