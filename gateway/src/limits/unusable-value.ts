import type { Limits } from './limits.ts';

/** Why a text from outside is refused wherever it stands: no database, log or screen takes it well. */
export function unusableText(value: string, longest: number): string | null {
  if (value.length > longest) return `longer than ${longest} characters`;
  if (value.includes('\0')) return 'contains NUL';
  return value.isWellFormed() ? null : 'contains half a surrogate pair';
}

/** Digits that no quantity of the field needs; a parser that is given more of them makes infinity or nothing of them. */
const LONGEST_NUMBER = 40;

/** As it is written in a document, or as JSON gave it, which reads `1e400` as infinity and would send it on as null. */
export function unusableNumber(value: string | number): string | null {
  if (typeof value === 'string' && value.length > LONGEST_NUMBER)
    return `a number of more than ${LONGEST_NUMBER} characters`;
  return Number.isFinite(Number(value)) ? null : 'a number beyond all bounds';
}

export interface UnusableVariable {
  readonly field: string;
  readonly reason: string;
}

/**
 * Finds the first variable that no subgraph should see. Walks with a list of its own, since a body of 64 KiB may nest
 * deeper than the stack.
 */
export function unusableVariable(variables: unknown, limits: Limits): UnusableVariable | null {
  const waiting: { readonly field: string; readonly value: unknown; readonly depth: number }[] = [
    { field: 'variables', value: variables, depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { field, value, depth } = next;
    const reason = unusable(value, depth, limits);
    if (reason !== null) return { field: field.slice(0, 100), reason };
    for (const [key, inner] of entriesOf(value)) waiting.push({ field: key, value: inner, depth: depth + 1 });
  }
  return null;
}

function unusable(value: unknown, depth: number, limits: Limits): string | null {
  if (typeof value === 'string') return unusableText(value, limits.string);
  if (typeof value === 'number') return unusableNumber(value);
  return depth > limits.variablesDepth ? `nested deeper than ${limits.variablesDepth} levels` : null;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
