import { defineError } from '@qianshou/kernel';

export const examOutcomeNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'EXAM_OUTCOME_NOT_FOUND',
  en: 'There is no such outcome of an examination.',
  zh: '没有该考试结果。',
});

export const examOutcomeExists = defineError({
  kind: 'CONFLICT',
  code: 'EXAM_OUTCOME_EXISTS',
  rule: 'TRA-5',
  en: 'The outcome of this participant for that year and level is recorded already. Correct it with correctExamOutcome.',
  zh: '该学员该年度该级别的考试结果已登记。请用 correctExamOutcome 更正。',
});

export const examOutcomeOfOthers = defineError({
  kind: 'CONFLICT',
  code: 'EXAM_OUTCOME_OF_OTHERS',
  rule: 'TRA-5',
  en: 'Outcomes are recorded of those who took part in a class that prepares for the examination; the enrolment is {status:EnrolmentStatus}. Choose such an enrolment.',
  zh: '考试结果仅登记参加考前培训的学员,该报名当前状态为 {status:EnrolmentStatus}。请选择相应报名。',
});
