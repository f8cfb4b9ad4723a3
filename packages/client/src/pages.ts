/** A connection of the graph, of which a query selected `nodes` and `pageInfo { hasNextPage endCursor }`. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/**
 * Every node of a list, a page at a time, as long as they are asked for.
 *
 * @param read asks for the page after a cursor; `null` is the first one. A list that is not there (`null`) is at its end.
 */
export async function* nodesOf<Node>(
  read: (after: string | null) => Promise<Page<Node> | null | undefined>,
): AsyncGenerator<Node, void> {
  let after: string | null = null;
  do {
    const page: Page<Node> | null | undefined = await read(after);
    if (!page) return;
    yield* page.nodes;
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
}
