import { noticeOf } from '../../domain/calendar/working-days.ts';
import type { QueryResolvers, WorkingDeadlineResolvers } from '../generated/resolvers.ts';
import { yearOf } from '../reference/parse.ts';

export const calendarQueries = {
  workingCalendar: (_root, { year: raw }) => {
    const year = yearOf(raw);
    const notice = noticeOf(year);
    return {
      year,
      known: notice !== null,
      documentNo: notice?.documentNo ?? null,
      issuedOn: notice?.issuedOn ?? null,
      holidays: notice === null ? null : [...notice.holidays],
      makeUpDays: notice === null ? null : [...notice.makeUpDays],
    };
  },
} satisfies Partial<QueryResolvers>;

export const WorkingDeadline: WorkingDeadlineResolvers = {
  assumedYears: ({ assumedYears }) => [...assumedYears],
};
