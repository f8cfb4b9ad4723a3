import { type CalendarDate, calendarDate, yearOf } from '@qianshou/kernel';

/** The days of the exam of a year. */
export interface ExamCalendar {
  readonly examYear: number;
  readonly signUpFrom: CalendarDate;
  readonly signUpTo: CalendarDate;
  readonly examFrom: CalendarDate;
  readonly examTo: CalendarDate;
  readonly resultsOn: CalendarDate;
  /** To which day the years of service run. */
  readonly cutOff: CalendarDate;
  /** Null: the calendar of this year is not known, and the days of the latest known year are assumed. */
  readonly source: string | null;
}

/**
 * One entry an exam year, added when the year's notice is out and at hand; the latest first. Places differ: Beijing's of 2025
 * counts to the end of the year before; of 2026 only second-hand pages were found, one of which counts to the end of the
 * exam's own year. So none is taken for 2026 yet, and the earlier day stands: nobody is told that they may sit who may not.
 */
const KNOWN: readonly ExamCalendar[] = [
  {
    examYear: 2025,
    signUpFrom: calendarDate('2025-03-10'),
    signUpTo: calendarDate('2025-03-31'),
    examFrom: calendarDate('2025-05-24'),
    examTo: calendarDate('2025-05-25'),
    resultsOn: calendarDate('2025-07-31'),
    cutOff: calendarDate('2024-12-31'),
    source:
      '北京市2025年度社会工作者职业资格考试报名通知(转载)http://wap.yishouhong.com/xinwenzixun/284.html',
  },
];

export function examCalendarOf(examYear: number): ExamCalendar {
  return KNOWN.find((each) => each.examYear === examYear) ?? assumed(examYear);
}

/** The last exam whose result is out by that day: the exam is held once a year. */
export function lastUsefulExam(deadline: CalendarDate): ExamCalendar {
  const ofThatYear = examCalendarOf(yearOf(deadline));
  return ofThatYear.resultsOn <= deadline ? ofThatYear : examCalendarOf(yearOf(deadline) - 1);
}

function assumed(examYear: number): ExamCalendar {
  const [latest] = KNOWN as readonly [ExamCalendar, ...ExamCalendar[]];
  const moved = (day: CalendarDate): CalendarDate =>
    calendarDate(`${yearOf(day) + examYear - latest.examYear}${day.slice(4)}`);
  return {
    examYear,
    signUpFrom: moved(latest.signUpFrom),
    signUpTo: moved(latest.signUpTo),
    examFrom: moved(latest.examFrom),
    examTo: moved(latest.examTo),
    resultsOn: moved(latest.resultsOn),
    cutOff: moved(latest.cutOff),
    source: null,
  };
}
