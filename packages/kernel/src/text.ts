import { badInput } from './errors.ts';

/** Text from outside: trimmed, not empty, at most `longest` characters, well-formed and without control characters. */
export function text(raw: string, field: string, longest = 200): string {
  const value = raw.trim();
  if (value === '') throw badInput({ field, reason: 'must not be empty' });
  if (value.length > longest)
    throw badInput({ field, reason: `must not be longer than ${longest} characters` });
  if (!value.isWellFormed() || hasControl(value))
    throw badInput({ field, reason: 'contains unusable characters' });
  return value;
}

/** Line breaks and tabs are part of a longer text; every other control character is not. */
function hasControl(value: string): boolean {
  return [...value].some((char) => char < ' ' && !'\n\r\t'.includes(char));
}
