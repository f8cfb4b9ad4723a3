import { badInput } from '@qianshou/kernel';

/** A number from outside that counts something. */
export function whole(value: number, field: string, least: number, most: number): number {
  if (!Number.isInteger(value) || value < least || value > most)
    throw badInput({
      field,
      reason: {
        en: `expected a whole number from ${least} to ${most}`,
        zh: `应为 ${least} 至 ${most} 的整数`,
      },
    });
  return value;
}
