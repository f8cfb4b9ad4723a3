import { defineError } from '@qianshou/kernel';

export const recruitmentNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'RECRUITMENT_NOT_FOUND',
  en: 'There is no recruitment notice {id}.',
  zh: '没有编号为 {id} 的招录公告。',
});

export const recruitmentNotOpen = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_NOT_OPEN',
  en: 'This is possible only while applications are taken; the status of the notice is {status:RecruitmentStatus}. Open a new notice.',
  zh: '仅在报名期间可以办理,当前状态为 {status:RecruitmentStatus}。请另行发布招录公告。',
});

export const recruitmentNotClosed = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_NOT_CLOSED',
  en: 'Who is to be taken is announced once the ranking stands; the status of the notice is {status:RecruitmentStatus}. Close it first.',
  zh: '排序确定后方可公示拟录用人员,当前状态为 {status:RecruitmentStatus}。请先截止报名。',
});

export const recruitmentNotAnnounced = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_NOT_ANNOUNCED',
  rule: 'PER-4',
  en: 'The three sign once it was announced who is to be taken; the status of the notice is {status:RecruitmentStatus}. Let the bureau announce it.',
  zh: '公示拟录用人员后三方方可签字,当前状态为 {status:RecruitmentStatus}。请先由民政局公示。',
});

export const recruitmentStillAnnounced = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_STILL_ANNOUNCED',
  rule: 'PER-4',
  en: 'Public notice runs to {announcedTo}. Sign on the day after it, or later.',
  zh: '公示期至 {announcedTo},期满后方可签字。请于次日起签字。',
});

export const recruitmentStillTaken = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_STILL_TAKES_APPLICATIONS',
  en: 'Applications are taken to {closesOn}. Close the notice on that day or later, or correct the day.',
  zh: '报名至 {closesOn} 截止。请于当日或之后截止报名,或更正截止日期。',
});

export const recruitmentOver = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_OVER',
  en: 'The recruitment is over; its status is {status:RecruitmentStatus}. Open a new notice.',
  zh: '该招录已结束,当前状态为 {status:RecruitmentStatus}。请另行发布招录公告。',
});

export const recruitmentPeriodOver = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_PERIOD_OVER',
  en: 'Applications were taken to {closesOn}. Enter only who applied in time.',
  zh: '报名已于 {closesOn} 截止。仅可登记按期报名的人员。',
});

export const recruitmentAppliedAlready = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_APPLIED_ALREADY',
  en: 'This worker stands in the notice already. Correct the entry instead.',
  zh: '该人员已在本公告报名。如需修改,请更正报名信息。',
});

export const recruitmentApplicantUnknown = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_APPLICANT_UNKNOWN',
  en: 'This worker does not stand in the notice. Enter the application first.',
  zh: '该人员未在本公告报名。请先登记报名。',
});

export const recruitmentLacksApplicants = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_LACKS_APPLICANTS',
  en: 'Nobody stands in the notice who could be taken. Enter an application, or cancel the notice.',
  zh: '没有可供录用的报名人员。请登记报名,或取消公告。',
});

export const recruitmentMoreThanSeats = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_MORE_THAN_SEATS',
  rule: 'PER-3',
  en: 'A station has {seats} residents by the policy of the county. Recruit for as many posts at most.',
  zh: '本县规定每站 {seats} 名驻站社工。招录名额不得超出。',
});

export const recruitmentDaysOutOfOrder = defineError({
  kind: 'INVALID',
  code: 'RECRUITMENT_DAYS_OUT_OF_ORDER',
  en: 'Applications end on the opening day {openedOn} at the earliest. Correct the last day.',
  zh: '报名截止日期不得早于发布日期 {openedOn}。请更正截止日期。',
});

export const recruitmentRankingNeedsReason = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_RANKING_NEEDS_REASON',
  rule: 'PER-5',
  en: 'Somebody is to be taken before others who stand higher in the ranking. Write down why, or take the first of it.',
  zh: '拟录用人员未按排序确定。请书面说明理由,或按排序录用。',
});

export const recruitmentTooManyTaken = defineError({
  kind: 'INVALID',
  code: 'RECRUITMENT_TOO_MANY_TAKEN',
  en: 'The notice is for {posts} posts. Name each worker once, and no more of them.',
  zh: '本公告招录 {posts} 名。每人仅列一次,且不得超出名额。',
});

export const recruitmentPartySigned = defineError({
  kind: 'CONFLICT',
  code: 'RECRUITMENT_PARTY_SIGNED',
  rule: 'PER-4',
  en: 'The party {party:RecruitingParty} has signed already, or need not sign. The others sign for themselves.',
  zh: '{party:RecruitingParty} 已签字或无需签字。请由其余各方签字。',
});
