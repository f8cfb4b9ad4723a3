/** What the contract calls something, in its two languages. */
export interface Term {
  readonly zh: string;
  readonly en: string;
}

const TERM = /^(?<en>[^(;.]*)[^(]*(?:\((?<zh>[^()]*)\))?/;

/** Descriptions are English with the Chinese term in parentheses. */
export function termOf(description: string | null | undefined, fallback: string): Term {
  const { en = '', zh = '' } = TERM.exec(description ?? '')?.groups ?? {};
  return { en: en.trim() === '' ? fallback : en.trim(), zh: zh.replace(/[\uFF0C,]\s*$/, '') };
}

export function written(terms: readonly Term[]): string {
  const zh = terms.map((term) => term.zh || term.en).join('\u00B7');
  const en = terms.map((term) => term.en).join(' \u00B7 ');
  return zh === en ? en : `${zh} ${en}`;
}
