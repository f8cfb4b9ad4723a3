import type { Publication } from '@qianshou/events';
import type { CreditedHours, HoursCredited } from '../domain/hours/credited-hours.ts';

/** The sum of a worker's year as it is now: whoever hears the latest knows it. */
export function publishHoursEvent(_event: HoursCredited, state: CreditedHours): Publication {
  const { workerId, year, hours, days = [], countyCode: regionCode } = state;
  const data = { workerId, year, hours, days: [...days], regionCode };
  return { type: 'qianshou.training.hours-credited.v1', data, regionCode };
}
