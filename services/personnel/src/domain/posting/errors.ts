import { defineError } from '@qianshou/kernel';

export const postingNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'POSTING_NOT_FOUND',
  en: 'There is no posting {id}.',
  zh: '没有编号为 {id} 的任职记录。',
});

export const postingWorkplaceWrong = defineError({
  kind: 'INVALID',
  code: 'POSTING_WORKPLACE_WRONG',
  en: 'The role {role:PostingRole} needs a workplace of the kind {expected:words}; name exactly that one.',
  zh: '岗位 {role:PostingRole} 须且仅须指定 {expected:words} 类工作地点。',
});

export const postingWorkplaceClosed = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_WORKPLACE_CLOSED',
  en: 'This station or guidance centre is closed for good; nobody is recruited for it any more. Choose another workplace.',
  zh: '该社工站(指导中心)已关闭,不再招录人员。请另选工作地点。',
});

export const postingWorkplaceLacksOperator = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_WORKPLACE_LACKS_OPERATOR',
  rule: 'PER-7',
  en: 'The station has no operator that could recruit and train for the role {role:PostingRole}. Name its operator first.',
  zh: '该站尚无承接机构,无法为 {role:PostingRole} 岗位招录和培训。请先确定承接机构。',
});

export const postingHeadSeatTaken = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_HEAD_SEAT_TAKEN',
  rule: 'PER-1',
  en: 'The station has its head already: exactly one per station. End that posting first.',
  zh: '该站已有站长:每站设站长一名。请先办理其离岗。',
});

export const postingHeadNotOfficeDirector = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_HEAD_NOT_OFFICE_DIRECTOR',
  rule: 'PER-1',
  en: 'The station head is the director of the civil affairs office of {townshipCode}; this worker is not. Propose the director.',
  zh: '站长由 {townshipCode} 民政办公室主任兼任,该人员不是。请提名该主任。',
});

export const postingDeputySeatTaken = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_DEPUTY_SEAT_TAKEN',
  rule: 'PER-2',
  en: 'The station has its deputy head already. End that posting first.',
  zh: '该站已有副站长。请先办理其离岗。',
});

export const postingDeputyNotOfOperator = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_DEPUTY_NOT_OF_OPERATOR',
  rule: 'PER-2',
  en: 'The deputy head is sent by the operator; this worker is not employed there. Propose somebody whom the operator employs.',
  zh: '副站长由承接机构选派,该人员不属于承接机构。请提名承接机构的人员。',
});

export const postingDeputyCertificateUnverified = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_DEPUTY_CERTIFICATE_UNVERIFIED',
  rule: 'PER-2',
  en: 'The bureau has not verified the certificate of this person yet, so that it does not count for a deputy head. Let the bureau verify it first.',
  zh: '该人员的证书尚未经民政局核验,不能据以担任副站长。请先由民政局核验。',
});

export const postingDeputyLacksCertificate = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_DEPUTY_LACKS_CERTIFICATE',
  rule: 'PER-2',
  en: 'The deputy head must hold a social-worker certificate that is valid in {countyCode}. Propose somebody who holds one.',
  zh: '副站长须持有在 {countyCode} 有效的社会工作者职业资格证书。请提名持证人员。',
});

export const postingResidentSeatsTaken = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_RESIDENT_SEATS_TAKEN',
  rule: 'PER-3',
  en: 'The station has all its residents: {seats} by the policy of the county. End one of the postings first, or change the policy.',
  zh: '该站驻站社工已满员:本县规定每站 {seats} 名。请先办理一名驻站社工离岗，或调整县级政策。',
});

export const postingEducationNeedsReason = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_EDUCATION_NEEDS_REASON',
  rule: 'PER-6',
  en: 'In principle a full-time junior college or higher degree in sociology, law, psychology or social work is asked for. Write down why this worker is taken all the same.',
  zh: '驻站社工原则上应具有社会学、法学、心理学等专业全日制大专及以上学历;破例录用须书面说明理由。',
});

export const postingOverdueNeedsDecision = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_OVERDUE_NEEDS_DECISION',
  rule: 'PER-10',
  en: 'The worker missed the certificate deadline of {deadline} in this county: in principle not to be hired again. The bureau may decide otherwise; let it propose the worker and write down why.',
  zh: '该人员在本县未按期({deadline})取得证书,原则上不再聘用;如需破例,请由民政局提出并书面说明理由。',
});

export const postingWorkerAlreadyFullTime = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_WORKER_ALREADY_FULL_TIME',
  rule: 'PER-14',
  en: 'The worker has a full-time posting already: {postingId}. End it first.',
  zh: '该人员已有全职任职 {postingId},请先办理离岗。',
});

export const postingNotProposed = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_NOT_PROPOSED',
  en: 'This is possible only with a proposed posting; its status is {status:PostingStatus}.',
  zh: '仅适用于拟聘状态,当前状态为 {status:PostingStatus}。',
});

export const postingAlreadySigned = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_ALREADY_SIGNED',
  rule: 'PER-4',
  en: 'The party {party:RecruitingParty} has signed already, or need not sign. The others sign for themselves.',
  zh: '{party:RecruitingParty} 已签字或无需签字。请由其余各方签字。',
});

export const postingSignedBySameSubject = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_SIGNED_BY_SAME_SUBJECT',
  rule: 'PER-4',
  en: 'Three different people sign, one for each party; you have signed for one of them. Let a colleague sign for this party.',
  zh: '三方须由三个不同的人签字；您已代表其中一方签字。请由该方其他人员签字。',
});

export const postingLacksPreJobTraining = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_LACKS_PRE_JOB_TRAINING',
  rule: 'PER-7',
  en: 'No duty before the pre-job training of the operator is passed; the posting starts by itself then.',
  zh: '须经承接机构组织的岗前培训合格后方可上岗,合格后自动上岗。',
});

export const postingHistoryLacksTraining = defineError({
  kind: 'INVALID',
  code: 'POSTING_HISTORY_LACKS_TRAINING',
  rule: 'PER-7',
  en: 'State the number of the pre-job training certificate with which duty began.',
  zh: '请填写上岗时的岗前培训合格证编号。',
});

export const postingDateInFuture = defineError({
  kind: 'INVALID',
  code: 'POSTING_DATE_IN_FUTURE',
  en: 'What is recorded as done cannot lie in the future: {day}. Give the day on which it took place.',
  zh: '已发生事项的日期不能晚于今天:{day}。请填写实际发生日期。',
});

export const postingEndsBeforeStart = defineError({
  kind: 'INVALID',
  code: 'POSTING_ENDS_BEFORE_START',
  en: 'The last day {endedOn} lies before the first day {startedOn}. Correct the last day.',
  zh: '离岗日期 {endedOn} 早于上岗日期 {startedOn}。请更正离岗日期。',
});

export const postingAlreadyLeft = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_ALREADY_LEFT',
  en: 'The posting ended on {endedOn} already. Propose a new posting for a new post.',
  zh: '该任职已于 {endedOn} 结束。如需重新任职，请另行提出。',
});

export const postingActingIsHead = defineError({
  kind: 'INVALID',
  code: 'POSTING_ACTING_IS_HEAD',
  rule: 'PER-1',
  en: 'Only a station head is acted for; the role is {role:PostingRole}. Leave actingUntil out.',
  zh: '仅站长可以代理,当前岗位为 {role:PostingRole}。请勿填写代理期限。',
});

export const postingNobodyOnLeave = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_NOBODY_ON_LEAVE',
  en: 'The post that is named is not this post, or nobody is on leave from it on {startsOn}. Record the leave first, and begin within it.',
  zh: '所指任职与本岗位不符,或其人员在 {startsOn} 未请假。请先登记请假,并在请假期内开始顶岗。',
});

export const postingSubstituteThere = defineError({
  kind: 'CONFLICT',
  code: 'POSTING_SUBSTITUTE_THERE',
  en: 'Somebody stands in for this worker already. End that posting first.',
  zh: '该岗位已有人员顶岗。请先办理其离岗。',
});
