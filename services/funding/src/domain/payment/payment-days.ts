import { type CalendarDate, chinaDay } from '@qianshou/kernel';
import { paymentBeforeRequest } from './errors.ts';
import type { Payment } from './payment-state.ts';

/** The bank does nothing of what nobody asked for yet. */
export function refuseBeforeRequest(
  { requestedAt }: Pick<Payment, 'requestedAt'>,
  field: string,
  day: CalendarDate,
): void {
  const requestedOn = chinaDay(requestedAt);
  if (day < requestedOn) throw paymentBeforeRequest({ field, day, requestedOn });
}
