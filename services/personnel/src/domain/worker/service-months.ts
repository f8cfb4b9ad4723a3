import { badInput } from '@qianshou/kernel';

/** A working life has no more months. */
const MOST_MONTHS = 600;

export function serviceMonths(raw: number, field: string): number {
  if (raw < 0 || raw > MOST_MONTHS)
    throw badInput({
      field,
      reason: { en: `expected 0 to ${MOST_MONTHS} months`, zh: `应为 0 至 ${MOST_MONTHS} 个月` },
    });
  return raw;
}
