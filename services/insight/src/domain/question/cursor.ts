import { badInput } from '@qianshou/kernel';

/** Where a page ended, bound to the question that it is a page of. */
export interface Place {
  readonly question: string;
  readonly at: readonly (string | number | boolean | null)[];
}

export function cursorOf({ question, at }: Place): string {
  return btoa(encodeURIComponent(JSON.stringify([markOf(question), ...at])));
}

/** @throws for what is no cursor, or one of another question. */
export function placeAfter(cursor: string, question: string): Place['at'] {
  const read = parse(cursor);
  if (read !== null && read[0] === markOf(question)) return read.slice(1) as unknown as Place['at'];
  throw badInput({
    field: 'after',
    reason: { en: 'not a cursor of this very question', zh: '不是该查询的游标' },
  });
}

function parse(cursor: string): readonly unknown[] | null {
  try {
    const read: unknown = JSON.parse(decodeURIComponent(atob(cursor)));
    return Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}

/** FNV-1a: tells questions apart, protects nothing. */
function markOf(question: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < question.length; at += 1)
    mark = Math.imul(mark ^ question.charCodeAt(at), 0x01000193) >>> 0;
  return mark;
}
