import { defineError } from '@qianshou/kernel';

export const workClosed = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_WORK_CLOSED',
  en: 'The pairing is {status:PairingStatus}: work is recorded while it is at work or being judged.',
  zh: '结对状态为 {status:PairingStatus}:仅在帮扶期间或终期评估阶段可登记工作。',
});

export const workOutsideSpan = defineError({
  kind: 'INVALID',
  code: 'PAIRING_WORK_OUTSIDE_SPAN',
  en: 'The day in "{field}" lies outside the pairing: {startsOn} to {endsOn}. Correct the day.',
  zh: '“{field}”日期不在结对期间 {startsOn} 至 {endsOn} 内。请更正日期。',
});

export const dispatchNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'DISPATCH_NOT_FOUND',
  en: 'There is no dispatch assignment {id}.',
  zh: '未找到援派派驻 {id}。',
});

export const dispatchOverlaps = defineError({
  kind: 'CONFLICT',
  code: 'DISPATCH_OVERLAPS',
  en: 'The worker {workerId} is dispatched on some of these days already, since {arrivedOn} (dispatch {dispatchId}). End or strike out that one first, or choose other days.',
  zh: '社工 {workerId} 在此期间已有自 {arrivedOn} 起的派驻({dispatchId})。请先结束或作废该派驻，或另选日期。',
});

export const dispatchEnded = defineError({
  kind: 'CONFLICT',
  code: 'DISPATCH_ENDED',
  en: 'The dispatch assignment ended on {leftOn}. Start a new one for a new stay.',
  zh: '该派驻已于 {leftOn} 结束。如有新的派驻，请另行登记。',
});

export const dispatchStruck = defineError({
  kind: 'CONFLICT',
  code: 'DISPATCH_STRUCK',
  en: 'The dispatch assignment was struck out on {on}: record the right one anew.',
  zh: '该派驻已于 {on} 作废,请重新登记。',
});

export const dispatchDatesInvalid = defineError({
  kind: 'INVALID',
  code: 'DISPATCH_DATES_INVALID',
  en: 'The value of "{field}" does not fit the stay: {reason:words}. Correct the days of the stay.',
  zh: '“{field}”与派驻时间不符:{reason:words}。请更正派驻日期或天数。',
});

export const targetNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'TARGET_NOT_FOUND',
  en: 'There is no target {id}.',
  zh: '未找到目标 {id}。',
});

export const targetStruck = defineError({
  kind: 'CONFLICT',
  code: 'TARGET_STRUCK',
  en: 'The target was struck out on {on}. Set the right one anew.',
  zh: '该目标已于 {on} 作废。请重新设定正确的目标。',
});

export const targetOutsidePlan = defineError({
  kind: 'CONFLICT',
  code: 'TARGET_OUTSIDE_PLAN',
  en: 'The joint plan of the pairing does not name the task group {taskGroup:TaskGroup}. Choose a task group of the plan.',
  zh: '结对联合方案未包含任务组 {taskGroup:TaskGroup}。请选择方案内的任务组。',
});

export const progressUnknown = defineError({
  kind: 'NOT_FOUND',
  code: 'TARGET_PROGRESS_UNKNOWN',
  en: 'The target has no entry {entryNo} of progress.',
  zh: '该目标没有第 {entryNo} 条进度。',
});

export const progressStruck = defineError({
  kind: 'CONFLICT',
  code: 'TARGET_PROGRESS_STRUCK',
  en: 'The entry {entryNo} was struck out on {on} already. Add the right entry anew.',
  zh: '第 {entryNo} 条进度已于 {on} 作废。如有需要请重新登记。',
});

export const activityStruck = defineError({
  kind: 'CONFLICT',
  code: 'ACTIVITY_STRUCK',
  en: 'The activity was struck out on {on} already. Log the right one anew.',
  zh: '该帮扶活动已于 {on} 作废。如有需要请重新登记。',
});

export const activityNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'ACTIVITY_NOT_FOUND',
  en: 'There is no support activity {id}.',
  zh: '未找到帮扶活动 {id}。',
});

export const reportNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'REPORT_NOT_FOUND',
  en: 'There is no progress report {id}.',
  zh: '未找到进展报告 {id}。',
});

export const reportPeriodUnknown = defineError({
  kind: 'INVALID',
  code: 'REPORT_PERIOD_UNKNOWN',
  en: 'The pairing has {periods} periods of report; there is no period {period}. Choose one of them.',
  zh: '该结对共有 {periods} 个报告期,没有第 {period} 期。请从中选取。',
});

export const reportTooEarly = defineError({
  kind: 'CONFLICT',
  code: 'REPORT_TOO_EARLY',
  en: 'The period {period} ends on {endsOn}: its report is handed in afterwards.',
  zh: '第 {period} 期于 {endsOn} 结束,期满后方可提交报告。',
});

export const reportExists = defineError({
  kind: 'CONFLICT',
  code: 'REPORT_EXISTS',
  en: 'The report of this period has been handed in already. Have it returned to hand in another one.',
  zh: '该报告期的报告已提交。如需修改，请先由对方退回。',
});

export const reportNotSubmitted = defineError({
  kind: 'CONFLICT',
  code: 'REPORT_NOT_SUBMITTED',
  en: 'The report is {status:ProgressReportStatus}: only a submitted one is accepted or returned.',
  zh: '报告状态为 {status:ProgressReportStatus}:仅已提交的报告可接受或退回。',
});

export const evaluationNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'PAIRING_EVALUATION_NOT_FOUND',
  en: 'There is no evaluation {id}.',
  zh: '未找到评估 {id}。',
});

export const evaluationExists = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_EVALUATION_EXISTS',
  en: 'The pairing has its {kind:PairingEvaluationKind} evaluation of {year} already. Correct that one instead.',
  zh: '该结对已有 {year} 年度的 {kind:PairingEvaluationKind} 评估。请在原评估上更正。',
});

export const noteNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'SUPERVISION_NOTE_NOT_FOUND',
  en: 'There is no supervision note {id}.',
  zh: '未找到督导记录 {id}。',
});

export const noteClosed = defineError({
  kind: 'CONFLICT',
  code: 'SUPERVISION_NOTE_CLOSED',
  en: 'The supervision note is closed already. Write a new note for a new finding.',
  zh: '该督导记录已办结。如有新的问题，请另行记录。',
});

export const publicityNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'PUBLICITY_NOT_FOUND',
  en: 'There is no publicity item {id}.',
  zh: '未找到宣传内容 {id}。',
});

export const gradeContradicts = defineError({
  kind: 'INVALID',
  code: 'PAIRING_GRADE_CONTRADICTS',
  en: 'A score of {score} is {expected:PairingGrade} by the thresholds of the scheme ({excellent}/{good}/{barelyQualified}), not {given:PairingGrade}. Leave the grade out: it follows from the score.',
  zh: '按方案等级标准({excellent}/{good}/{barelyQualified}),{score} 分为 {expected:PairingGrade}，与填写的 {given:PairingGrade} 不符。等级由得分确定,可不填写。',
});

export const workJudgedAlready = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_WORK_JUDGED_ALREADY',
  en: 'The recipient side said so already, on {on}: {verdict:WorkVerdict}. Say otherwise, or leave it.',
  zh: '受援方已于 {on} 作出相同意见:{verdict:WorkVerdict}。如有变化请另行表态。',
});

export const dispatchNotEnded = defineError({
  kind: 'CONFLICT',
  code: 'DISPATCH_NOT_ENDED',
  en: 'The working days of this stay are not known yet. Enter its end first (`endDispatch`); then its days are confirmed or contested.',
  zh: '该派驻的工作日尚未登记。请先登记离岗(endDispatch),再确认或提出异议。',
});

export const evaluationStruck = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_EVALUATION_STRUCK',
  en: 'This evaluation was struck out on {on} already; record the right one anew.',
  zh: '该评估已于 {on} 作废,请重新登记正确的评估。',
});

export const evaluationCarriesCompletion = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_EVALUATION_CARRIES_COMPLETION',
  rule: 'PAIR-12',
  en: 'The pairing was completed on the strength of this final evaluation: it can be corrected, and is not struck out.',
  zh: '该结对已依据此终期评估办结,可更正,不可作废。',
});
