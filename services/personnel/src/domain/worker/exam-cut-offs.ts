import { type CalendarDate, calendarDate } from '@qianshou/kernel';

/** To which day the years of service run for the exam of a year, and where that was announced. */
interface ExamCutOff {
  readonly examYear: number;
  readonly day: CalendarDate;
  readonly source: string;
}

/**
 * One line an exam year, added when the year's notice is out and at hand. Places differ: Beijing's of 2025 counts to the end
 * of the year before; of 2026 only second-hand pages were found, one of which counts to the end of the exam's own year. So
 * none is taken for 2026 yet, and the earlier day stands: nobody is told that they may sit who may not.
 */
const EXAM_CUT_OFFS: readonly ExamCutOff[] = [
  {
    examYear: 2025,
    day: calendarDate('2024-12-31'),
    source:
      '北京市2025年度社会工作者职业资格考试报名通知(转载)http://wap.yishouhong.com/xinwenzixun/284.html',
  },
];

/** A year whose notice is not known here: the last day of the year before, as in the years that are known. */
export function cutOffOf(examYear: number): CalendarDate {
  return known(examYear)?.day ?? calendarDate(`${examYear - 1}-12-31`);
}

/** Null: nothing is known of this year yet, and its cut-off day is assumed. */
export function cutOffSourceOf(examYear: number): string | null {
  return known(examYear)?.source ?? null;
}

function known(examYear: number): ExamCutOff | undefined {
  return EXAM_CUT_OFFS.find((each) => each.examYear === examYear);
}
