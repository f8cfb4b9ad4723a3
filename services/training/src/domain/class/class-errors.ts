import { defineError } from '@qianshou/kernel';

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
  en: 'A class is cancelled before it begins, or on the day itself while nothing was held; this one is {status:TrainingClassStatus}. Interrupt it with interruptTrainingClass, or let it end and close it.',
  zh: '班次只能在开班前或开班当日尚未授课时取消,当前状态为 {status:TrainingClassStatus}。请用 interruptTrainingClass 中断,或待其结束后结班。',
});

export const classNotRevisable = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_NOT_REVISABLE',
  en: 'A class is revised until it is over, its first day until it begins; this one is {status:TrainingClassStatus}. Correct what was recorded wrongly with correctTrainingClass.',
  zh: '班次结束前可以变更,开班日期仅可在开班前变更,当前状态为 {status:TrainingClassStatus}。登记有误的,请用 correctTrainingClass 更正。',
});

export const classNotPostponable = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_NOT_POSTPONABLE',
  en: 'Only a class that has not begun is postponed; this one is {status:TrainingClassStatus}. Interrupt it with interruptTrainingClass, or plan another one.',
  zh: '只有未开班的班次可以延期,当前状态为 {status:TrainingClassStatus}。请用 interruptTrainingClass 中断,或另行立项。',
});

export const classCapacityBelowSeated = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_CAPACITY_BELOW_SEATED',
  rule: 'TRA-7',
  en: '{seated} people have a seat already; {capacity} seats are too few. Keep at least {seated}, or withdraw enrolments first.',
  zh: '已有 {seated} 人入班,名额不能减为 {capacity}。请保留至少 {seated} 个名额,或先办理退出。',
});

export const classReplacementUnfit = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_REPLACEMENT_UNFIT',
  en: 'A replacement is another class of the same kind, for the same people, that is open for enrolment or, named when it is planned, of one that was cancelled or interrupted. Choose such a class.',
  zh: '替代班次应为同类培训、面向相同人员的另一班次,且正在报名;立项时指明被替代班次的,该班次须已取消或中断。请选择符合条件的班次。',
});

export const classNotOver = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_NOT_OVER',
  rule: 'TRA-3',
  en: 'The class lasts until {endsOn}; results come on its last day or later. Wait for it, or change its last day with reviseTrainingClass.',
  zh: '该班次 {endsOn} 结束,结束当日起方可登记成绩。请届时办理,或用 reviseTrainingClass 变更结束日期。',
});

export const classCorrectionImpossible = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_CORRECTION_IMPOSSIBLE',
  en: 'Sessions or results lie outside {startsOn} to {endsOn}. Correct or strike those first.',
  zh: '有授课场次或成绩日期不在 {startsOn} 至 {endsOn} 内。请先更正或作废有关记录。',
});

export const classNotCorrectable = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_NOT_CORRECTABLE',
  en: 'Only the days of a class that began are corrected; this one is {status:TrainingClassStatus}. Change it with reviseTrainingClass.',
  zh: '只有已开班的班次可以更正日期,当前状态为 {status:TrainingClassStatus}。请用 reviseTrainingClass 变更。',
});
