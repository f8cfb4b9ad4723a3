/** One page asked for: `first` is 1..100; `after` is an opaque cursor bound to filter and order. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
  /** The list's one order from its other end; an index is read both ways. */
  readonly backwards?: boolean;
  /** Parts of the items that nobody asked for: they come without them. */
  readonly without?: readonly string[];
}

/** One page found, in order, with the cursor of each item. */
export interface Page<Item> {
  readonly items: readonly { readonly node: Item; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  /** Asked for after an item, which therefore comes before this page. */
  readonly hasPreviousPage: boolean;
  /** Counts everything that the filter lets through; a function, so that it costs only when asked for. */
  readonly count: () => Promise<number>;
}

/** A name that is looked for: how it begins, what stands in it; both hold where both are given. */
export interface NameQuery {
  readonly startsWith?: string | null | undefined;
  readonly contains?: string | null | undefined;
}

const MOST_A_PAGE = 100;

/** Every item of a list, page by page, for work that nobody waits for. */
export async function* eachOf<Item>(list: (page: PageRequest) => Promise<Page<Item>>): AsyncGenerator<Item> {
  for await (const page of pagesOf(list)) yield* page;
}

/** The same a page at a time, where what is asked about the items is asked of many at once. */
export async function* pagesOf<Item>(
  list: (page: PageRequest) => Promise<Page<Item>>,
): AsyncGenerator<readonly Item[]> {
  for (let after: string | null = null; ;) {
    const { items, hasNextPage } = await list({ first: MOST_A_PAGE, after });
    yield items.map(({ node }) => node);
    after = items.at(-1)?.cursor ?? null;
    if (!hasNextPage || after === null) return;
  }
}
