import { defineError } from '@qianshou/kernel';

export const postingNotOnDuty = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_NOT_ON_DUTY',
  en: 'This is possible only of somebody who came on duty, a last day only of who has left; the status is {status:PostingStatus}. Start the posting, or end it first.',
  zh: '仅适用于已上岗人员,离岗日期仅适用于已离岗人员;当前状态为 {status:PostingStatus}。请先办理上岗或离岗。',
});

export const postingLeaveOutside = defineError({
  kind: 'INVALID',
  code: 'POSTING_LEAVE_OUTSIDE',
  en: 'A leave lies within the posting: from its first day {startedOn} on, and no later than its last. Correct the days of the leave.',
  zh: '请假须在任职期内:不早于上岗日期 {startedOn},不晚于离岗日期。请更正请假日期。',
});

export const postingLeaveBackwards = defineError({
  kind: 'INVALID',
  code: 'POSTING_LEAVE_BACKWARDS',
  en: 'A leave ends on its first day {from} at the earliest. Correct the last day.',
  zh: '请假结束日期不得早于开始日期 {from}。请更正结束日期。',
});

export const postingLeaveOverlaps = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_LEAVE_OVERLAPS',
  en: 'The worker is on leave on some of these days already. Correct the leave that is recorded.',
  zh: '该人员在此期间已有请假记录。请更正已登记的请假。',
});

export const postingLeaveUnknown = defineError({
  kind: 'NOT_FOUND',
  code: 'POSTING_LEAVE_NOT_FOUND',
  en: 'The posting has no leave {id}.',
  zh: '该任职没有编号为 {id} 的请假记录。',
});

export const postingResignedAlready = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_RESIGNED_ALREADY',
  en: 'You have resigned already, with {lastDay} as your last day. Ask the bureau or the operator to end the posting on another day.',
  zh: '您已提出辞职,最后工作日为 {lastDay}。如需变更,请联系民政局或承接机构办理离岗。',
});

export const postingHeadNotThere = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_HEAD_NOT_THERE',
  rule: 'PER-1',
  en: 'The station has no head on duty who could be changed. Propose the director with proposePosting.',
  zh: '该站没有在岗站长可供更换。请提名现任民政办主任。',
});

export const postingHeadTheSame = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_HEAD_THE_SAME',
  rule: 'PER-1',
  en: 'This worker heads the station already. Name the new director.',
  zh: '该人员已是本站站长。请指明新任主任。',
});
