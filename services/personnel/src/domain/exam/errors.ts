import { defineError } from '@qianshou/kernel';

export const examAttemptNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'EXAM_ATTEMPT_NOT_FOUND',
  en: 'There is no exam attempt {id}.',
  zh: '没有编号为 {id} 的考试记录。',
});

export const examAttemptTaken = defineError({
  kind: 'CONFLICT',
  code: 'EXAM_ATTEMPT_TAKEN',
  en: 'This paper of {examYear} is on record already. Record its result there, or correct it.',
  zh: '该人员 {examYear} 年度的该科目考试已有记录。请在原记录上登记成绩或更正。',
});

export const examNotHeld = defineError({
  kind: 'INVALID',
  code: 'EXAM_NOT_HELD',
  en: 'There was no exam of the level {level:QualificationLevel} in {examYear}: it is held since {first}. Check the year.',
  zh: '{examYear} 年没有{level:QualificationLevel}考试:该级别自 {first} 年起举办。请核对年度。',
});

export const examNotHeldYet = defineError({
  kind: 'INVALID',
  code: 'EXAM_NOT_HELD_YET',
  en: 'The exam of {examYear} begins on {from}: what is said of it is known from then on. Record the sign-up, or check the year.',
  zh: '{examYear} 年度的报名或考试始于 {from},此前没有相应结果。请核对年度,或先登记报名。',
});

export const examSubjectOfAnotherLevel = defineError({
  kind: 'INVALID',
  code: 'EXAM_SUBJECT_OF_ANOTHER_LEVEL',
  en: 'The exam of the level {level:QualificationLevel} has no paper {subject:ExamSubject}. Check level and subject.',
  zh: '{level:QualificationLevel}考试没有科目“{subject:ExamSubject}”。请核对级别和科目。',
});

export const examScoreOutOfRange = defineError({
  kind: 'INVALID',
  code: 'EXAM_SCORE_OUT_OF_RANGE',
  en: 'A paper has {most} points: {score} is no score. Check the score.',
  zh: '每科满分 {most} 分:{score} 有误,请核对成绩。',
});

export const examScoreAgainstResult = defineError({
  kind: 'INVALID',
  code: 'EXAM_SCORE_AGAINST_RESULT',
  en: 'A score of {score} is not {status:ExamAttemptStatus}: the national line is {line}, and who did not sit the paper has no score. Check score, result and pass line.',
  zh: '成绩 {score} 与结果“{status:ExamAttemptStatus}”不符:全国合格线为 {line} 分,未参加考试的没有成绩。请核对成绩、结果和合格线。',
});

export const examAttemptDecided = defineError({
  kind: 'CONFLICT',
  code: 'EXAM_ATTEMPT_DECIDED',
  en: 'The paper is {status:ExamAttemptStatus} already. A result that the office took back is VOID; what was entered wrongly is corrected.',
  zh: '该科目已登记为“{status:ExamAttemptStatus}”。成绩被取消的登记为无效,录入有误的请更正。',
});

export const examByAChild = defineError({
  kind: 'INVALID',
  code: 'EXAM_BY_A_CHILD',
  en: 'Nobody sits the exam in {examYear} before the age of {age}. Check the year.',
  zh: '{examYear} 年该人员未满 {age} 周岁,不能报考。请核对年度。',
});
