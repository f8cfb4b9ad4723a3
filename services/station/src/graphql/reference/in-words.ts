import { isMessage, type Message } from '@qianshou/kernel';

/** In the reader's language, or as somebody wrote it. */
export function inWords<Words extends Message | string | null>(
  words: Words,
  language: keyof Message,
): string | Extract<Words, null> {
  if (isMessage(words)) return words[language];
  return words as string | Extract<Words, null>;
}
