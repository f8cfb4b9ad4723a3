import { badInput } from './errors.ts';

/**
 * Text from outside: trimmed, not empty, at most `longest` characters, well-formed. It may have several lines. What
 * cannot be seen is folded away; what would turn the direction of reading, or steer a terminal, is refused.
 */
export function text(raw: string, field: string, longest = 200): string {
  const value = visible(raw, field).trim();
  if (value === '') throw badInput({ field, reason: { en: 'must not be empty', zh: '不得为空' } });
  if (value.length > longest)
    throw badInput({
      field,
      reason: { en: `must not be longer than ${longest} characters`, zh: `不得超过 ${longest} 个字符` },
    });
  return value;
}

/** Text of one line: a title, a number, an address. Runs of spaces, wide and narrow, are one space. */
export function line(raw: string, field: string, longest = 200): string {
  const value = text(raw, field, longest);
  if (LINE_BREAK.test(value))
    throw badInput({ field, reason: { en: 'must stand on one line', zh: '应为单行文字' } });
  return value.replaceAll(/[\s\p{Zs}]+/gu, ' ');
}

/** What somebody or something is called: of one line, and the dot between the parts of a name (间隔号) is one. */
export function nameText(raw: string, field: string, longest = 200): string {
  return oneDot(line(raw, field, longest));
}

/** The same of a name that was kept before names were folded: nothing is refused. */
export function foldedName(kept: string): string {
  return oneDot(withoutUnseen(kept).replaceAll(/[\s\p{Zs}]+/gu, ' '));
}

function oneDot(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/(?<=\d)．(?=\d)/g, '.')
    .replaceAll(NAME_DOT, '·')
    .trim();
}

/** A number that people compare, of a certificate say: without case, width, spaces and the many kinds of dash. */
export function comparableNumber(raw: string): string {
  return raw
    .normalize('NFKC')
    .replaceAll(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '')
    .replaceAll(/\p{Pd}|\u2212/gu, '-')
    .toUpperCase();
}

/** · • ‧ ∙ ⋅ ・ ･ ． wherever they stand, and the narrow full stop that is typed for them between two Han characters. */
const NAME_DOT = /\s?[·•‧∙⋅・･．]\s?|(?<=\p{Script=Han})\s?\.\s?(?=\p{Script=Han})/gu;

const LINE_BREAK = /[\n\r\u2028\u2029]/;

/** Line breaks and tabs are part of a longer text; every other control character is not. */
const STEERING = /(?![\n\r\t])\p{Cc}|\p{Bidi_Control}/u;
const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;
const UNSEEN = new RegExp(`${STEERING.source}|${IGNORED.source}`, 'gu');

/** Without all that `text` refuses or folds away: for what was kept before anybody looked. */
export function withoutUnseen(kept: string): string {
  return kept.replaceAll(UNSEEN, '');
}

function visible(raw: string, field: string): string {
  if (!raw.isWellFormed() || STEERING.test(raw)) {
    throw badInput({ field, reason: { en: 'contains unusable characters', zh: '含有不可用的字符' } });
  }
  return raw.replaceAll(IGNORED, '');
}
