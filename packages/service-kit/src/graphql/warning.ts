import type { Warning as State, WarningFigure } from '@qianshou/kernel';
import type { Language } from '../identity/language.ts';

interface Reader {
  readonly language: Language;
}

/** The same in every service: a warning is a rule of the domain, said in the reader's language. */
export const warningResolvers = {
  Warning: {
    message: (warning: State, _args: unknown, { language }: Reader): string => warning[language],
    label: ({ label }: State, _args: unknown, { language }: Reader): string | null =>
      label?.[language] ?? null,
    figures: ({ figures }: State): readonly WarningFigure[] => figures ?? [],
  },
};
