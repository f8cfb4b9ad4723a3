import type { ImportColumn } from './import.ts';
import type { Message } from './message.ts';
import { personalMarksIn } from './personal-marks.ts';

/** How much of a cell a message quotes, and how long it may become whatever it lists. */
const LONGEST_QUOTE = 60;
const LONGEST_MESSAGE = 600;

export const HIDDEN = '***';

/** A cell of a column that says something of one person is quoted as hidden, whether or not it can be read as that. */
export function quotedIn({ personal = false }: ImportColumn, cell: string): string {
  return personal && cell !== '' ? HIDDEN : quoted(cell);
}

/** Text of a file that stands in none of its columns: where the file is of persons, it may be anything of theirs. */
export function quotedBeside(columns: readonly ImportColumn[], text: string): string {
  return columns.some(({ personal }) => personal === true) ? HIDDEN : quoted(text);
}

/** A cell as it is quoted: short, what cannot be seen made visible, and nobody's number (STA-12). */
export function quoted(cell: string): string {
  if (personalMarksIn(cell).length > 0) return HIDDEN;
  const seen = cell.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (char) => `⟨U+${codePoint(char)}⟩`);
  return shortened(seen, LONGEST_QUOTE);
}

function codePoint(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

/** Whatever a message lists, it fits beside others. */
export function bounded({ en, zh }: Message, longest = LONGEST_MESSAGE): Message {
  return { en: shortened(en, longest), zh: shortened(zh, longest) };
}

function shortened(value: string, longest: number): string {
  return value.length <= longest ? value : `${value.slice(0, longest - 1).toWellFormed()}…`;
}

/** Some of many names, for a message. */
export function someOf(names: readonly string[], most = 10): string {
  const some = names.slice(0, most).map((name) => (name === '' ? '""' : quoted(name)));
  return names.length > most ? `${some.join(', ')} … (${names.length})` : some.join(', ');
}
