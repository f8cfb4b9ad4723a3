import { text } from '@qianshou/kernel';
import { refusePersonalMarks } from '../domain/personal-marks.ts';

/** Text that everybody may read: nothing in it may look like a person's name, number or telephone (STA-12). */
export function plainText(raw: string, field: string, longest: number): string {
  const value = text(raw, field, longest);
  refusePersonalMarks(value, field);
  return value;
}
