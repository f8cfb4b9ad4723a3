import type { Brand } from './brand.ts';
import { defineError } from './errors.ts';
import { MARK_WORDS, personalMarksIn } from './personal-marks.ts';
import { line, nameText, text } from './text.ts';
import { webLink } from './web-link.ts';

/**
 * Text that people beyond the parties may read, in the graph or in an event: nobody is named in it. Fields of that
 * kind have this type, so that nothing else can get into them, by hand or by file.
 */
export type PublicText = Brand<string, 'PublicText'>;

export const personalMarksFound = defineError({
  kind: 'INVALID',
  code: 'PERSONAL_MARKS_FOUND',
  rule: 'STA-12',
  en: '"{field}" looks as if it pointed at one person ({marks:words}). Write without names, numbers and telephones.',
  zh: '“{field}”疑似含有个人信息({marks:words}),请勿填写姓名、证件号码或电话。',
});

/** The ways to a `PublicText`: of several lines … @throws BAD_USER_INPUT, PERSONAL_MARKS_FOUND. */
export function publicText(raw: string, field: string, longest?: number): PublicText {
  return nobodyIn(text(raw, field, longest), field);
}

/** … of one line, … */
export function publicLine(raw: string, field: string, longest?: number): PublicText {
  return nobodyIn(line(raw, field, longest), field);
}

/** … what an organisation or a place is called, … */
export function publicName(raw: string, field: string, longest?: number): PublicText {
  return nobodyIn(nameText(raw, field, longest), field);
}

function nobodyIn(value: string, field: string): PublicText {
  refusePersonalMarks(value, field);
  return value as PublicText;
}

/** … or a link that everybody may follow: its address names nobody either. */
export function publicLink(raw: string, field: string): PublicText {
  return publicAddress(webLink(raw, field), field);
}

/** The same for an address whose form is known already. */
export function publicAddress(href: string, field: string): PublicText {
  refusePersonalMarks(readable(href), field);
  return href as PublicText;
}

/** STA-12: who was served, who complained or who is meant is never written down here. */
export function refusePersonalMarks(value: string, field: string): void {
  const marks = personalMarksIn(value);
  if (marks.length > 0) throw personalMarksFound({ field, marks: marks.map((mark) => MARK_WORDS[mark]) });
}

/** An address as people read it. */
function readable(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** The same facts as somebody wrote them, before anybody looked for persons in their text. */
export type Written<Facts> = { readonly [Field in keyof Facts]: AsWritten<Facts[Field]> };

type AsWritten<Value> = Value extends PublicText
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly (Item extends string ? AsWritten<Item> : Written<Item>)[]
    : Value;
