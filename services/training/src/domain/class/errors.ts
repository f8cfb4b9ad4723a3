import { defineError } from '@qianshou/kernel';

export const enrolmentOutsideAudience = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_OUTSIDE_AUDIENCE',
  rule: 'TRA-1',
  en: 'This training is for the staff of recipient agencies and counties alone; {workerId} belongs to neither. Choose a training that is open to the worker.',
  zh: '该培训仅面向受援地人员,社工 {workerId} 不属于该范围。请选择其可参加的培训。',
});

export const enrolmentExists = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_EXISTS',
  en: 'The worker {workerId} has a place in this class already. Go on with that enrolment.',
  zh: '社工 {workerId} 已在该班次中。请在该报名上继续办理。',
});

export const enrolmentOutsideClassRegion = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_OUTSIDE_CLASS_REGION',
  en: 'The class is for {regionCode}; the worker belongs to {countyCode}. Choose a class of the worker’s region.',
  zh: '该班次面向 {regionCode},该社工属于 {countyCode}。请选择面向其所在地的班次。',
});

export const enrolmentWithoutPosting = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_WITHOUT_POSTING',
  rule: 'TRA-2',
  en: 'Pre-job training is for workers proposed for a post of its organiser; {workerId} waits for none there. Propose the posting first.',
  zh: '岗前培训面向组织机构拟聘人员;社工 {workerId} 在该机构没有待培训的拟聘岗位。请先提出拟聘。',
});

export const enrolmentNotOffered = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_NOT_OFFERED',
  en: 'There is no open offer to accept; the enrolment is {status:EnrolmentStatus}.',
  zh: '没有可接受的推荐,当前状态为 {status:EnrolmentStatus}。',
});

export const enrolmentOfferExpired = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_OFFER_EXPIRED',
  rule: 'TRA-7',
  en: 'The offer was not answered in time and has lapsed; enrol with enrolWorker while the class has a seat.',
  zh: '推荐未在期限内答复,已失效;班次仍有席位时可用 enrolWorker 报名。',
});

export const enrolmentNotWithdrawable = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_NOT_WITHDRAWABLE',
  en: 'Only an offer, a seat or a waiting place can be given up; the enrolment is {status:EnrolmentStatus}.',
  zh: '只能退出推荐、席位或候补,当前状态为 {status:EnrolmentStatus}。',
});

export const enrolmentNotSeated = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_NOT_SEATED',
  en: 'The enrolment {enrolmentId} has no seat that awaits a result; it is {status:EnrolmentStatus}. Record results of those who have a seat.',
  zh: '报名 {enrolmentId} 没有待登记成绩的席位,当前状态为 {status:EnrolmentStatus}。请仅登记有席位人员的成绩。',
});

export const enrolmentNotInClass = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_NOT_IN_CLASS',
  en: 'These enrolments do not belong to the class: {enrolmentIds}. Leave them out, or name their class.',
  zh: '以下报名不属于该班次:{enrolmentIds}。请移除，或选择其所在班次。',
});

export const enrolmentAttendanceBeyondHours = defineError({
  kind: 'INVALID',
  code: 'ENROLMENT_ATTENDANCE_BEYOND_HOURS',
  en: 'The class has {hours} hours; {attendedHours} cannot have been attended. Correct the attended hours.',
  zh: '该班次共 {hours} 学时,出勤不能为 {attendedHours} 学时。请更正出勤学时。',
});

export const enrolmentLacksResult = defineError({
  kind: 'INVALID',
  code: 'ENROLMENT_LACKS_RESULT',
  rule: 'TRA-3',
  en: 'A result needs a score and the attended hours, unless the participant was absent; {missing:words} is missing.',
  zh: '除缺勤外,成绩须包含分数和出勤学时;缺少 {missing:words}。',
});

export const enrolmentWithoutResult = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_WITHOUT_RESULT',
  en: 'There is no result to put right; the enrolment is {status:EnrolmentStatus}. Record it with assessClass.',
  zh: '该报名没有可更正的成绩,当前状态为 {status:EnrolmentStatus}。请用 assessClass 登记成绩。',
});

export const enrolmentCertificateCancelled = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_CERTIFICATE_CANCELLED',
  rule: 'TRA-6',
  en: 'The certificate of this result was cancelled; the result is settled with it. Train anew for a new result.',
  zh: '该成绩的结业证书已注销,成绩不再变更。请重新参训。',
});

export const makeUpTaken = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_MAKE_UP_TAKEN',
  rule: 'TRA-3',
  en: 'A make-up is taken once, and was on {on}. Train anew in another class.',
  zh: '补考仅限一次,已于 {on} 补考。请重新参训。',
});

export const makeUpNotPossible = defineError({
  kind: 'CONFLICT',
  code: 'ENROLMENT_MAKE_UP_NOT_POSSIBLE',
  rule: 'TRA-3',
  en: 'A make-up is for who attended enough and missed the score, within {makeUpDays} days; the enrolment is {status:EnrolmentStatus}. Train anew in another class.',
  zh: '补考面向出勤达标而成绩不合格的人员,期限 {makeUpDays} 天;当前状态为 {status:EnrolmentStatus}。请重新参训。',
});

export const workerHasNoSeat = defineError({
  kind: 'CONFLICT',
  code: 'WORKER_HAS_NO_SEAT',
  rule: 'TRA-7',
  en: 'The worker {workerId} has no seat in the class of this session. Enrol the worker first, or correct the id.',
  zh: '社工 {workerId} 在该授课所属班次中没有席位。请先报名,或更正编号。',
});
