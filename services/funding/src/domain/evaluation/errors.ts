import { defineError } from '@qianshou/kernel';

export const fundEvaluationNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'FUND_EVALUATION_NOT_FOUND',
  en: 'There is no fund evaluation {id}.',
  zh: '未找到绩效评价 {id}。',
});

export const fundEvaluationExists = defineError({
  kind: 'CONFLICT',
  code: 'FUND_EVALUATION_EXISTS',
  rule: 'FUN-14',
  en: 'This year of the contract was evaluated already. Correct that evaluation (correctFundEvaluation), or strike it out first.',
  zh: '该合同本年度已评价。请更正原评价(correctFundEvaluation),或先将其作废。',
});

export const fundEvaluationOutsideContract = defineError({
  kind: 'INVALID',
  code: 'FUND_EVALUATION_OUTSIDE_CONTRACT',
  rule: 'FUN-14',
  en: 'The year {year} and the day {evaluatedOn} do not fit the contract, which runs from {startsOn} to {endsOn}. Evaluate a year in which it runs, on a day after it began.',
  zh: '评价年度 {year}、评价日期 {evaluatedOn} 与合同期限 {startsOn} 至 {endsOn} 不符。请填写合同履行年度及开始后的日期。',
});

export const fundEvaluationStruck = defineError({
  kind: 'CONFLICT',
  code: 'FUND_EVALUATION_STRUCK',
  en: 'This evaluation was struck out on {on}. Evaluate the contract anew.',
  zh: '该评价已于 {on} 作废,请重新评价。',
});

export const fundEvaluationOwnAgency = defineError({
  kind: 'FORBIDDEN',
  code: 'FUND_EVALUATION_OWN_AGENCY',
  rule: 'FUN-10',
  en: 'Who acts for the provider does not evaluate its contract. Somebody else must.',
  zh: '承接机构经办人不得评价本机构的合同,须由他人评价。',
});

export const appealPending = defineError({
  kind: 'CONFLICT',
  code: 'FUND_EVALUATION_APPEALED',
  en: 'The provider objected on {on} already. Read what was decided in `appeal`.',
  zh: '承接机构已于 {on} 申诉。请查看 appeal 中的处理情况。',
});

export const appealTooLate = defineError({
  kind: 'CONFLICT',
  code: 'FUND_EVALUATION_APPEAL_TOO_LATE',
  en: 'An objection could be made until {until}. Ask the bureau whether the evaluation is to be corrected.',
  zh: '申诉期限为 {until},已逾期。如评价有误,请联系民政局更正。',
});

export const appealNotOpen = defineError({
  kind: 'CONFLICT',
  code: 'FUND_EVALUATION_NO_OPEN_APPEAL',
  en: 'No objection waits for a decision. Correct the evaluation (correctFundEvaluation) where it is wrong.',
  zh: '没有待处理的申诉。如评价有误,请直接更正(correctFundEvaluation)。',
});

export const nothingToRectify = defineError({
  kind: 'CONFLICT',
  code: 'FUND_EVALUATION_NOTHING_TO_RECTIFY',
  rule: 'FUN-14',
  en: 'Nothing of this evaluation waits to be put right. Only a barely qualified year is rectified, once.',
  zh: '该评价没有待整改事项;仅“基本合格”须整改,且仅一次。',
});

export const rectifiedBeforeEvaluation = defineError({
  kind: 'INVALID',
  code: 'FUND_EVALUATION_RECTIFIED_TOO_EARLY',
  en: 'It was rectified on {rectifiedOn}, before the evaluation of {evaluatedOn} asked for it. Give the day on which it was done.',
  zh: '整改日期 {rectifiedOn} 早于评价日期 {evaluatedOn}。请填写实际完成日期。',
});

export const evaluationSchemeNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'EVALUATION_SCHEME_NOT_FOUND',
  en: 'There is no evaluation scheme {id}.',
  zh: '未找到评价方案 {id}。',
});

export const evaluationSchemeDecided = defineError({
  kind: 'CONFLICT',
  code: 'EVALUATION_SCHEME_APPROVED',
  en: 'The scheme was approved on {approvedOn}. Propose another one (proposeEvaluationScheme).',
  zh: '该评价方案已于 {approvedOn} 批准。如需变更,请另行拟定(proposeEvaluationScheme)。',
});

export const budgetEvaluationNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'BUDGET_EVALUATION_NOT_FOUND',
  en: 'There is no budget evaluation {id}.',
  zh: '未找到预算绩效评价 {id}。',
});

export const budgetEvaluationTooEarly = defineError({
  kind: 'INVALID',
  code: 'BUDGET_EVALUATION_TOO_EARLY',
  rule: 'FUN-15',
  en: 'The budget of {year} cannot be evaluated on {evaluatedOn}: its year had not begun. Give a day of that year or later.',
  zh: '{evaluatedOn} 早于预算年度 {year},不能评价该年度预算。请填写该年度内或之后的日期。',
});
