import { defineError } from '@qianshou/kernel';

/** What a command tells of is larger than an event may be: refused with the command, since no relay could publish it. */
export const eventTooLarge = defineError({
  kind: 'INVALID',
  code: 'INPUT_TOO_LARGE',
  en: 'This makes a record of {bytes} bytes; at most {most} can be told to other services. Shorten the texts or send fewer entries at once.',
  zh: '该操作产生的记录为 {bytes} 字节,最多 {most} 字节。请缩短文字或减少一次提交的条目。',
});
