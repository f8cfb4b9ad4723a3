import type { Page } from '@qianshou/kernel';

export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** Called only when the field is selected. */
  readonly totalCount: () => Promise<number>;
}

export function toConnection<Node>(page: Page<Node>): Connection<Node> {
  return {
    nodes: page.items.map(({ node }) => node),
    edges: page.items,
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.items.at(-1)?.cursor ?? null },
    totalCount: page.count,
  };
}
