import { defineError } from '@qianshou/kernel';

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

export const stationEvaluationOfOtherOperator = defineError({
  kind: 'CONFLICT',
  code: 'STATION_EVALUATION_OF_OTHER_OPERATOR',
  rule: 'STA-13',
  en: 'Another operator answers for that year or day: an evaluation stays with the one that it was recorded of. Strike it out (`strikeStationEvaluation`) and record the right one anew (`evaluateStation`).',
  zh: '更正后的年度或日期应由另一承接机构负责，评估所属承接机构不能更正。请先作废该评估（strikeStationEvaluation），再重新登记（evaluateStation）。',
});
