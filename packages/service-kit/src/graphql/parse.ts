import { badInput, type PageRequest } from '@qianshou/kernel';

export function pageOf({
  first,
  after,
}: {
  first?: number | null;
  after?: string | null | undefined;
}): PageRequest {
  return { first: first ?? 20, after: after ?? null };
}

/** A list that one command can carry in one transaction. */
export function atMost<Item>(items: readonly Item[], most: number, field: string): readonly Item[] {
  if (items.length > most)
    throw badInput({ field, reason: { en: `at most ${most} at once`, zh: `一次最多 ${most} 项` } });
  return items;
}

export function optional<Raw, Value>(raw: Raw | null | undefined, parse: (raw: Raw) => Value): Value | null {
  return raw === null || raw === undefined ? null : parse(raw);
}
