import type { Message } from '@qianshou/kernel';
import type { Limits } from './limits.ts';

/** Why a text from outside is refused wherever it stands: no database, log or screen takes it well. */
export function unusableText(value: string, longest: number): Message | null {
  if (value.length > longest)
    return { en: `longer than ${longest} characters`, zh: `超过 ${longest} 个字符` };
  if (value.includes('\0')) return { en: 'contains NUL', zh: '含有 NUL 字符' };
  return value.isWellFormed() ? null : { en: 'contains half a surrogate pair', zh: '含有不成对的代理字符' };
}

/** Digits that no quantity of the field needs; a parser that is given more of them makes infinity or nothing of them. */
const LONGEST_NUMBER = 40;

/** As it is written in a document, or as JSON gave it, which reads `1e400` as infinity and would send it on as null. */
export function unusableNumber(value: string | number): Message | null {
  if (typeof value === 'string' && value.length > LONGEST_NUMBER)
    return { en: `a number of more than ${LONGEST_NUMBER} characters`, zh: `数字超过 ${LONGEST_NUMBER} 位` };
  return Number.isFinite(Number(value)) ? null : { en: 'a number beyond all bounds', zh: '数字超出范围' };
}

export interface UnusableVariable {
  readonly field: string;
  readonly reason: Message;
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

function unusable(value: unknown, depth: number, limits: Limits): Message | null {
  if (typeof value === 'string') return unusableText(value, limits.string);
  if (typeof value === 'number') return unusableNumber(value);
  if (depth <= limits.variablesDepth) return null;
  const levels = limits.variablesDepth;
  return { en: `nested deeper than ${levels} levels`, zh: `嵌套超过 ${levels} 层` };
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
