import { badInput } from '@qianshou/kernel';

/** Where a page ended, bound to the question that it is a page of: a key, or how many there were. */
export interface Place {
  readonly question: string;
  readonly at: string | number;
}

export function cursorOf({ question, at }: Place): string {
  return btoa(encodeURIComponent(JSON.stringify([markOf(question), at])));
}

/** @throws for what is no cursor, or one of another question. */
export function keyAfter(cursor: string, question: string): string {
  const at = placeAfter(cursor, question);
  if (typeof at === 'string') return at;
  throw notOfThisQuestion();
}

/** @throws for what is no cursor, or one of another question. */
export function countAfter(cursor: string, question: string): number {
  const at = placeAfter(cursor, question);
  if (typeof at === 'number' && Number.isSafeInteger(at) && at >= 0) return at;
  throw notOfThisQuestion();
}

function placeAfter(cursor: string, question: string): unknown {
  const [mark, at] = parse(cursor);
  if (mark !== markOf(question)) throw notOfThisQuestion();
  return at;
}

function notOfThisQuestion(): Error {
  return badInput({
    field: 'after',
    reason: { en: 'not a cursor of this very question', zh: '不是该查询的游标' },
  });
}

function parse(cursor: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(decodeURIComponent(atob(cursor)));
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

/** FNV-1a: tells questions apart, protects nothing. */
function markOf(question: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < question.length; at += 1)
    mark = Math.imul(mark ^ question.charCodeAt(at), 0x01000193) >>> 0;
  return mark;
}
