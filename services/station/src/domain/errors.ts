import { defineError } from '@qianshou/kernel';

export const stationNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'STATION_NOT_FOUND',
  en: 'There is no station {id}.',
  zh: '没有编号为 {id} 的社工站。',
});

export const centreNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'CENTRE_NOT_FOUND',
  en: 'There is no guidance centre {id}.',
  zh: '没有编号为 {id} 的指导中心。',
});

export const keyCountyNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'KEY_COUNTY_NOT_FOUND',
  en: '{id} is not on the loaded list of key counties.',
  zh: '{id} 不在已载入的重点帮扶县名单中。',
});

export const keyCountyAlreadyListed = defineError({
  kind: 'CONFLICT',
  code: 'KEY_COUNTY_ALREADY_LISTED',
  en: 'This county is on the list of key counties already. Nothing is left to do.',
  zh: '该县已在重点帮扶县名单中。无需重复登记。',
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

export const regionRetired = defineError({
  kind: 'CONFLICT',
  code: 'REGION_RETIRED',
  en: '{code} is retired from the division codes since {on}: nothing new begins there. Name the region that took its place.',
  zh: '区划代码 {code} 自 {on} 起停用,不能再新设。请改用承接其职能的区划。',
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

export const centreAlreadyPlanned = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_ALREADY_PLANNED',
  rule: 'STA-5',
  en: 'The county has its one guidance centre already. Go on with that one, or close it first.',
  zh: '本县已设立一个指导中心。请在该中心上继续办理，或先将其关闭。',
});

export const centreNotPlanned = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_NOT_PLANNED',
  en: 'This needs a centre that is planned and not open yet; its status is {status:GuidanceCentreStatus}.',
  zh: '仅适用于筹建中的指导中心,当前状态为 {status:GuidanceCentreStatus}。',
});

export const centreLacksStaff = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_LACKS_STAFF',
  rule: 'STA-6',
  en: 'The centre needs two social workers on duty and an expert team; it lacks: {missing:words}. Provide what is missing first.',
  zh: '指导中心须有不少于两名专业社工和高校专家团队,尚缺:{missing:words}。请先补齐。',
});

export const centreClosed = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_CLOSED',
  en: 'The guidance centre was closed on {on}. The county may plan another one.',
  zh: '该指导中心已于 {on} 关闭,本县可另行立项。',
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

export const operatorNotEligible = defineError({
  kind: 'CONFLICT',
  code: 'OPERATOR_NOT_ELIGIBLE',
  en: 'The agency cannot operate stations: its status is {status:words}, registered as an operator: {canOperate:yesNo}. Choose another agency, or have its registration changed.',
  zh: '该机构不能承接社工站:状态 {status:words},具备承接资格:{canOperate:yesNo}。请另选机构，或先变更其登记。',
});

export const stationLacksOperator = defineError({
  kind: 'CONFLICT',
  code: 'STATION_LACKS_OPERATOR',
  en: 'A station whose operation is purchased needs the agency that runs it: give operatorAgencyId, or choose direct hire (operationMode) where the bureau staffs it itself.',
  zh: '以政府购买服务方式运营的社工站须指定承接机构(operatorAgencyId);由民政部门直接聘用的请选择“政府直接聘用”（operationMode）。',
});

export const dateInFuture = defineError({
  kind: 'INVALID',
  code: 'DATE_IN_FUTURE',
  en: 'What is recorded as done cannot lie in the future: {day}. Give the day on which it took place.',
  zh: '已发生事项的日期不能晚于今天:{day}。请填写实际发生日期。',
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

export const operatorUnknown = defineError({
  kind: 'CONFLICT',
  code: 'OPERATOR_UNKNOWN',
  en: 'No agency with the credit code {code} is known here. Register it first; what was just registered is known in a moment.',
  zh: '此处尚无统一社会信用代码为 {code} 的机构。请先登记该机构;刚登记的机构稍后即可识别。',
});

export const datesOutOfOrder = defineError({
  kind: 'INVALID',
  code: 'DATES_OUT_OF_ORDER',
  en: '{day} lies before {after}, which it must follow. Correct the day.',
  zh: '{day} 早于其应晚于的 {after}。请更正日期。',
});

export const stationEvaluationNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'STATION_EVALUATION_NOT_FOUND',
  en: 'There is no station evaluation {id}.',
  zh: '没有编号为 {id} 的社工站评估。',
});

export const stationEvaluationStruck = defineError({
  kind: 'CONFLICT',
  code: 'STATION_EVALUATION_STRUCK',
  en: 'This evaluation was struck out on {on} already; record the right one anew.',
  zh: '该评估已于 {on} 作废,请重新登记正确的评估。',
});

export const stationAlreadyEvaluated = defineError({
  kind: 'CONFLICT',
  code: 'STATION_ALREADY_EVALUATED',
  en: 'The station has an evaluation of this year and kind already. Correct it (`correctStationEvaluation`), or strike it out first (`strikeStationEvaluation`).',
  zh: '该社工站本年度该类评估已登记。如有误请更正(correctStationEvaluation),或先作废(strikeStationEvaluation)。',
});
