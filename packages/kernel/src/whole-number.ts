import { badInput } from './errors.ts';

/** A number from outside that counts something. */
export function wholeWithin(value: number, field: string, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw badInput({
    field,
    reason: { en: `expected a whole number from ${least} to ${most}`, zh: `应为 ${least} 至 ${most} 的整数` },
  });
}
