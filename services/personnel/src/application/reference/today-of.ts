import { type CalendarDate, chinaDay } from '@qianshou/kernel';
import type { Ports } from '../ports.ts';

export function todayOf({ clock }: Pick<Ports, 'clock'>): CalendarDate {
  return chinaDay(clock.now());
}
