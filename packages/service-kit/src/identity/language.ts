/** The languages in which messages for people exist. */
export type Language = 'en' | 'zh';

/** What a client sends may be long; a browser's list of languages never is. */
const LONGEST = 200;

/** The first language of `Accept-Language` that messages exist in, by weight; English when none is named. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined || acceptLanguage.length > LONGEST) return 'en';
  const wanted = acceptLanguage
    .split(',')
    .map(weighted)
    .filter(({ language, weight }) => language !== null && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wanted[0]?.language ?? 'en';
}

/** What is sent on: a tag of our own making, so that no byte of the client's header travels further. */
export function languageTag(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

function weighted(range: string): { readonly language: Language | null; readonly weight: number } {
  const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
  const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
  const primary = tag.trim().split('-')[0];
  const language = primary === 'zh' || primary === 'en' ? primary : null;
  return { language, weight: quality === undefined ? 1 : Number(quality) };
}
