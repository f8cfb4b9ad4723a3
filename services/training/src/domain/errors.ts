import { defineError } from '@qianshou/kernel';

export const programmeNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'PROGRAMME_NOT_FOUND',
  en: 'There is no such training programme.',
  zh: '没有该培训项目。',
});

export const programmeCodeTaken = defineError({
  kind: 'CONFLICT',
  code: 'PROGRAMME_CODE_TAKEN',
  en: 'Another programme has this code already. Choose another code.',
  zh: '该项目代码已被使用,请换一个代码。',
});

export const classNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'TRAINING_CLASS_NOT_FOUND',
  en: 'There is no such class.',
  zh: '没有该班次。',
});

export const classNeedsOperator = defineError({
  kind: 'INVALID',
  code: 'TRAINING_CLASS_NEEDS_OPERATOR',
  rule: 'TRA-2',
  en: 'A pre-job class is organised by the operator of the stations: name the organising agency and its county.',
  zh: '岗前培训由承接机构组织:请注明承接机构及所在县。',
});

export const classOrganiserIsNoOperator = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_ORGANISER_IS_NO_OPERATOR',
  rule: 'TRA-2',
  en: 'The agency {agencyName} may not operate stations now, so it cannot organise their pre-job training. Choose another organiser.',
  zh: '机构“{agencyName}”目前不具备承接社工站的资格,不能组织岗前培训。请另选组织机构。',
});

export const classNotPlanned = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_NOT_PLANNED',
  en: 'Only a planned class can be opened; this one is {status:TrainingClassStatus}.',
  zh: '只有计划中的班次可以开放报名,当前状态为 {status:TrainingClassStatus}。',
});

export const classNotOpen = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_NOT_OPEN',
  en: 'The class takes nobody in: it is {status:TrainingClassStatus}. Choose a class that is open.',
  zh: '该班次不在报名阶段,当前状态为 {status:TrainingClassStatus}。请选择开放报名的班次。',
});

export const classListFull = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_LIST_FULL',
  rule: 'TRA-7',
  en: 'The class and its waiting list hold {most} people already. Choose another class.',
  zh: '该班次及候补名单已满 {most} 人,请选择其他班次。',
});

export const classBeginsLater = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_BEGINS_LATER',
  en: 'The class begins on {startsOn}; that day has not come yet. Start it on that day.',
  zh: '开班日期为 {startsOn},尚未到期。请于开班当日办理。',
});

export const classWithoutParticipants = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_WITHOUT_PARTICIPANTS',
  en: 'Nobody has a seat in the class. Enrol participants, or cancel it.',
  zh: '该班次无人报名,请先报名或取消班次。',
});

export const classNotInProgress = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_NOT_IN_PROGRESS',
  en: 'Attendance and results belong to a class in progress; this one is {status:TrainingClassStatus}.',
  zh: '只有进行中的班次可以登记出勤和成绩,当前状态为 {status:TrainingClassStatus}。',
});

export const classNotAssessed = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_NOT_ASSESSED',
  en: 'A class is closed when all results are in; this one is {status:TrainingClassStatus}.',
  zh: '全部成绩登记后方可结班,当前状态为 {status:TrainingClassStatus}。',
});

export const classNotCancellable = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_NOT_CANCELLABLE',
  en: 'A class that has begun cannot be cancelled; this one is {status:TrainingClassStatus}. Let it end and close it.',
  zh: '已开班的班次不能取消,当前状态为 {status:TrainingClassStatus}。请待其结束后结班。',
});

export const enrolmentNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'ENROLMENT_NOT_FOUND',
  en: 'There is no such enrolment.',
  zh: '没有该报名记录。',
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

export const certificateNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'TRAINING_CERTIFICATE_NOT_FOUND',
  en: 'There is no such certificate of completion.',
  zh: '没有该结业证书。',
});

export const certificateAlreadyCancelled = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CERTIFICATE_ALREADY_CANCELLED',
  rule: 'TRA-6',
  en: 'The certificate {no} was cancelled before; its record stays and its number is not used again. Train anew for a new certificate.',
  zh: '结业证书 {no} 已注销;记录保留,编号不再使用。如需证书，请重新参训。',
});
