import { badInput, type CalendarDate, daysBetween, notFarAhead, wholeWithin } from '@qianshou/kernel';

export type Delivery = 'ONSITE' | 'ONLINE' | 'HYBRID';

/** How many rows one request may hand in, and how many people may wait or be asked: one transaction touches them all. */
export const MOST_ON_LIST = 200;
const LONGEST_DAYS = 366;

/** A room has an end; the net has one too, which is the longest list that one transaction ends. */
const MOST_SEATS: Readonly<Record<Delivery, number>> = {
  ONSITE: MOST_ON_LIST,
  HYBRID: MOST_ON_LIST,
  ONLINE: 5_000,
};

export function seatsWithin(delivery: Delivery, capacity: number): number {
  return wholeWithin(capacity, 'capacity', 1, MOST_SEATS[delivery]);
}

/** A class of more seats than a list of old had holds all of them, and as many again as a small one may have waiting. */
export function mostOnList({ capacity }: { readonly capacity: number }): number {
  return capacity <= MOST_ON_LIST ? MOST_ON_LIST : capacity + MOST_ON_LIST;
}

interface Days {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

export function requirePossibleDays({ startsOn, endsOn }: Days, today: CalendarDate): void {
  notFarAhead(startsOn, 'startsOn', { from: today, years: 3 });
  const days = daysBetween(startsOn, endsOn);
  if (days >= 0 && days <= LONGEST_DAYS) return;
  throw badInput({
    field: 'endsOn',
    reason: {
      en: `expected a day from startsOn to ${LONGEST_DAYS} days later`,
      zh: `应为 startsOn 起 ${LONGEST_DAYS} 天内的日期`,
    },
  });
}
