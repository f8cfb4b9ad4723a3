import { defineError } from '@qianshou/kernel';

export const stationNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'STATION_NOT_FOUND',
  en: 'There is no station {id}.',
  zh: '没有编号为 {id} 的社工站。',
});

export const stationUnitTaken = defineError({
  kind: 'CONFLICT',
  code: 'STATION_UNIT_TAKEN',
  rule: 'STA-1',
  en: 'This township-level unit has a station already: one station per unit. Go on with that station.',
  zh: '该乡镇级单位已有社工站:每个单位只设一个。请在该社工站上继续办理。',
});

export const stationUnitNotTownship = defineError({
  kind: 'INVALID',
  code: 'STATION_UNIT_NOT_TOWNSHIP',
  rule: 'STA-1',
  en: '{code} is not a township-level unit; give its 9-digit code.',
  zh: '{code} 不是乡镇级单位,请提供 9 位代码。',
});

export const stationLacksHaves = defineError({
  kind: 'CONFLICT',
  code: 'STATION_LACKS_HAVES',
  rule: 'STA-2',
  en: 'The station may not open; it lacks: {missing:Have}. Provide what is missing and have it checked again.',
  zh: '社工站尚不能运营,缺少:{missing:Have}。请补齐后再次验收。',
});

export const stationSignageWrong = defineError({
  kind: 'INVALID',
  code: 'STATION_SIGNAGE_WRONG',
  rule: 'STA-3',
  en: 'The signage must read "{expected}".',
  zh: '标识应为“{expected}”。',
});

export const stationStatusWrong = defineError({
  kind: 'CONFLICT',
  code: 'STATION_STATUS_WRONG',
  en: 'This is possible only in status {needed:StationStatus}; the station is {status:StationStatus}. Look at allowedActions for what is possible.',
  zh: '仅在状态 {needed:StationStatus} 下可行,当前状态为 {status:StationStatus}。可执行的操作请见 allowedActions。',
});

export const stationChecklistIncomplete = defineError({
  kind: 'INVALID',
  code: 'STATION_CHECKLIST_INCOMPLETE',
  rule: 'STA-2',
  en: 'The check must judge each item once; it leaves out or repeats: {items:Have}.',
  zh: '验收须逐项各评一次,遗漏或重复:{items:Have}。',
});

export const rectificationDateMissing = defineError({
  kind: 'INVALID',
  code: 'RECTIFICATION_DATE_MISSING',
  en: 'A check that finds something missing must say by when it is to be put right, a day after the check.',
  zh: '验收未通过时须给出晚于验收日的整改期限。',
});

export const stationLacksOperator = defineError({
  kind: 'CONFLICT',
  code: 'STATION_LACKS_OPERATOR',
  en: 'A station whose operation is purchased needs the agency that runs it: give operatorAgencyId, or choose direct hire (operationMode) where the bureau staffs it itself.',
  zh: '以政府购买服务方式运营的社工站须指定承接机构(operatorAgencyId);由民政部门直接聘用的请选择“政府直接聘用”（operationMode）。',
});

export const stationOperatorSame = defineError({
  kind: 'CONFLICT',
  code: 'STATION_OPERATOR_SAME',
  en: 'This operator runs the station already, or the bureau staffs it already; nothing would change. Name another operator.',
  zh: '该社工站已由该承接机构（或民政部门直接聘用）运营，无需更换。请指定其他承接机构。',
});

export const stationOperatorDayTaken = defineError({
  kind: 'CONFLICT',
  code: 'STATION_OPERATOR_DAY_TAKEN',
  en: 'The present operator took the station on {on}; it neither changes again nor closes on that day or before. Give a later day than {on}.',
  zh: '现承接机构自 {on} 起运营，当日及此前不能再次更换或关闭。请填写晚于 {on} 的日期。',
});

export const stationOperatorBarred = defineError({
  kind: 'CONFLICT',
  code: 'STATION_OPERATOR_BARRED',
  rule: 'STA-13',
  en: 'The agency ran a station of this county that was graded unqualified for {gradedYear}; it takes part in no purchase of {year} here. Choose another operator.',
  zh: '该机构在本县承接的社工站 {gradedYear} 年度评估不合格，{year} 年度不得参与本县购买服务。请另选承接机构。',
});

export const stationPostingNotThere = defineError({
  kind: 'NOT_FOUND',
  code: 'STATION_POSTING_NOT_THERE',
  en: 'Nobody is on duty at this station under: {postingIds}. Name postings of its present staff.',
  zh: '以下岗位不在本站在岗名单中：{postingIds}。请填写本站在岗人员的岗位编号。',
});

export const stationClosed = defineError({
  kind: 'CONFLICT',
  code: 'STATION_CLOSED',
  en: 'The station is closed for good; nothing is added to it any more. Look for the station that the unit has now (currentStation).',
  zh: '该社工站已关闭,不能再变更。请查询该单位现有社工站（currentStation）。',
});

export const stationActivityNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'STATION_ACTIVITY_NOT_FOUND',
  en: 'The station has no activity {id}; its activities are listed with their ids.',
  zh: '该社工站没有编号为 {id} 的活动,请从其活动列表中选取编号。',
});

export const stationActivityStruck = defineError({
  kind: 'CONFLICT',
  code: 'STATION_ACTIVITY_STRUCK',
  en: 'This activity was struck out on {on} already; log the right one anew.',
  zh: '该活动已于 {on} 作废,请重新登记正确的活动。',
});

export const rectificationUnplanned = defineError({
  kind: 'CONFLICT',
  code: 'RECTIFICATION_UNPLANNED',
  rule: 'STA-13',
  en: 'The operator must file its rectification plan with a date first.',
  zh: '承接机构须先报送载明期限的整改方案。',
});

export const rectificationPlanTooEarly = defineError({
  kind: 'INVALID',
  code: 'RECTIFICATION_PLAN_TOO_EARLY',
  rule: 'STA-13',
  en: 'The day of completion must come after the day on which the plan is filed. Give a later day.',
  zh: '整改完成期限须晚于方案报送日。请填写更晚的日期。',
});

export const acceptanceCheckNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'ACCEPTANCE_CHECK_NOT_FOUND',
  en: 'There is no acceptance check {id}.',
  zh: '没有编号为 {id} 的验收记录。',
});

export const acceptanceCheckStruck = defineError({
  kind: 'CONFLICT',
  code: 'ACCEPTANCE_CHECK_STRUCK',
  en: 'The acceptance check was struck out on {on} already. Record the right one anew.',
  zh: '该验收记录已于 {on} 作废。请重新登记正确的验收。',
});

export const stationRestsOnCheck = defineError({
  kind: 'CONFLICT',
  code: 'STATION_RESTS_ON_CHECK',
  rule: 'STA-2',
  en: 'The station opened by this check alone and is {status:StationStatus} or a demonstration station. Take its rank back, resume it or confirm its rectification first, or correct the check so that it passes.',
  zh: '该社工站仅凭此次验收启用，现为“{status:StationStatus}”或示范站。请先撤销示范、恢复运营或确认整改，或将验收更正为通过。',
});
