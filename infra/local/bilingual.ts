/** What a description of the schema says in each language. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

const HAN = /\p{Script=Han}/u;

/**
 * Reads `English text (中文术语).`: the term stands last. Other parentheses may stand before it, and in it, as in
 * `Office of the township (乡镇(街道)民政办).`
 * @returns null when the description has another form.
 */
export function readBilingual(description: string): Bilingual | null {
  if (!description.endsWith(').')) return null;
  const body = description.slice(0, -2);
  const opening = openingOfLast(body);
  const en = body.slice(0, opening).trim();
  const zh = body.slice(opening + 1).trim();
  return opening > 0 && en !== '' && HAN.test(zh) && !HAN.test(en) ? { en, zh } : null;
}

/** Where the parenthesis opens whose end was cut off; -1 when none does. */
function openingOfLast(body: string): number {
  let open = 1;
  for (let at = body.length - 1; at >= 0; at -= 1) {
    if (body[at] === ')') open += 1;
    if (body[at] === '(') open -= 1;
    if (open === 0) return at;
  }
  return -1;
}
