import type { Warning } from '@qianshou/kernel';
import type { Qualification } from '../worker/qualification.ts';

/** What is said of a certificate, and never blocks what it has met already. */
export function qualificationWarnings({
  status,
  struck,
}: Pick<Qualification, 'status' | 'struck'>): readonly Warning[] {
  if (status !== 'RECORDED' || struck !== null) return [];
  return [
    {
      rule: 'PER-2',
      en: 'The bureau has not verified this certificate yet: it does not count for a deputy head.',
      zh: '该证书尚未经民政局核验,不能据以担任副站长。',
    },
  ];
}
