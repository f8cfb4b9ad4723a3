import { badInput, DEFAULT_CERTIFICATE_WARNING_DAYS, wholeWithin } from '@qianshou/kernel';

const FIELD = 'certificateWarningDays';
const MOST = 5;

/** PER-9: those of the policy, or ours where it was adopted before they could be said. */
export function warningDaysOf({
  certificateWarningDays = DEFAULT_CERTIFICATE_WARNING_DAYS,
}: {
  readonly certificateWarningDays?: readonly number[];
}): number[] {
  return [...certificateWarningDays];
}

/** PER-9: one to five warnings, each nearer to the deadline than the one before, none earlier than two years. */
export function refuseImpossibleWarnings(days: readonly number[]): void {
  for (const each of days) wholeWithin(each, FIELD, 1, 730);
  const falls = days.every((each, at) => at === 0 || each < (days[at - 1] ?? each));
  if (days.length >= 1 && days.length <= MOST && falls) return;
  throw badInput({
    field: FIELD,
    reason: {
      en: 'expected one to five numbers of days, each smaller than the one before, such as 180, 90, 30',
      zh: '应为 1 至 5 个天数，依次递减，如 180、90、30',
    },
  });
}
