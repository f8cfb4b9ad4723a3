import { addDays, calendarDate, type CalendarDate, daysBetween } from '@qianshou/kernel';

/** What the General Office of the State Council arranged for a year (节假日安排的通知). */
export interface HolidayNotice {
  readonly year: number;
  readonly documentNo: string;
  readonly issuedOn: CalendarDate;
  /** Days off, weekends within them included. */
  readonly holidays: readonly CalendarDate[];
  /** Saturdays and Sundays on which people work in their stead (调休上班). */
  readonly makeUpDays: readonly CalendarDate[];
}

/** One entry a year, added when the year's notice is out; what is not certain stays out. */
export const HOLIDAY_NOTICES: readonly HolidayNotice[] = [
  {
    year: 2023,
    documentNo: '国办发明电〔2022〕16号',
    issuedOn: calendarDate('2022-12-08'),
    holidays: spans(2023, [
      '01-01/01-02',
      '01-21/01-27',
      '04-05',
      '04-29/05-03',
      '06-22/06-24',
      '09-29/10-06',
    ]),
    makeUpDays: spans(2023, ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08']),
  },
  {
    year: 2024,
    documentNo: '国办发明电〔2023〕7号',
    issuedOn: calendarDate('2023-10-25'),
    holidays: spans(2024, [
      '01-01',
      '02-10/02-17',
      '04-04/04-06',
      '05-01/05-05',
      '06-10',
      '09-15/09-17',
      '10-01/10-07',
    ]),
    makeUpDays: spans(2024, ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12']),
  },
  {
    year: 2025,
    documentNo: '国办发明电〔2024〕12号',
    issuedOn: calendarDate('2024-11-12'),
    holidays: spans(2025, [
      '01-01',
      '01-28/02-04',
      '04-04/04-06',
      '05-01/05-05',
      '05-31/06-02',
      '10-01/10-08',
    ]),
    makeUpDays: spans(2025, ['01-26', '02-08', '04-27', '09-28', '10-11']),
  },
  {
    year: 2026,
    documentNo: '国办发明电〔2025〕7号',
    issuedOn: calendarDate('2025-11-04'),
    holidays: spans(2026, [
      '01-01/01-03',
      '02-15/02-23',
      '04-04/04-06',
      '05-01/05-05',
      '06-19/06-21',
      '09-25/09-27',
      '10-01/10-07',
    ]),
    makeUpDays: spans(2026, ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']),
  },
];

/** `05-01/05-05`: the days from the first to the last, both included. */
function spans(year: number, written: readonly string[]): readonly CalendarDate[] {
  return written.flatMap((span) => {
    const [from = span, to = from] = span.split('/');
    const first = calendarDate(`${year}-${from}`);
    const days = daysBetween(first, calendarDate(`${year}-${to}`)) + 1;
    return Array.from({ length: days }, (_day, at) => addDays(first, at));
  });
}
