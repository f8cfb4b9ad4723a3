import { badInput, type PageRequest } from '@qianshou/kernel';

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  /** Of a list that has one order: only the direction is asked for. */
  readonly orderBy?: readonly { readonly direction: 'ASC' | 'DESC' }[] | null | undefined;
}

/** `natural` is the direction in which the list comes when nobody asks for one. */
export function pageOf(
  { first, after, orderBy }: PageArguments,
  natural: 'ASC' | 'DESC' = 'ASC',
): PageRequest {
  const page = { first: first ?? 20, after: after ?? null };
  const direction = orderBy?.[0]?.direction ?? natural;
  return direction === natural ? page : { ...page, backwards: true };
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
