import type { Actor } from '@qianshou/kernel';
import type { RecruitmentNoticeId } from '../../domain/ids.ts';
import type { Recruited, RecruitmentNotice } from '../../domain/recruitment/recruitment-notice.ts';
import { NO_LOCAL_POLICY, type StaffingPolicy } from '../../domain/reference/workplace.ts';
import type { Ports } from '../ports.ts';
import { todayOf } from '../reference/today-of.ts';

/** Which notice, and which version the caller read. */
export interface NoticeTarget {
  readonly noticeId: RecruitmentNoticeId;
  readonly expectedVersion: number | null;
}

/** What every decision on a notice begins and ends with. */
export const onNotice = ({ recruitments }: Pick<Ports, 'recruitments'>) => ({
  load: ({ noticeId }: NoticeTarget, _actor: Actor): Promise<RecruitmentNotice> => recruitments.get(noticeId),
  save: (change: Recruited): Promise<RecruitmentNotice> => recruitments.save(change),
});

export async function policyOf(
  { policies, clock }: Pick<Ports, 'clock' | 'policies'>,
  { countyCode }: Pick<RecruitmentNotice, 'countyCode'>,
): Promise<StaffingPolicy> {
  const [policy = NO_LOCAL_POLICY] = await policies.inForce([countyCode], todayOf({ clock }));
  return policy;
}
