import { describe, expect, it } from 'vitest';
import { eachOf, type Page, type PageRequest, pagesOf } from './page.ts';

/** Three pages of two, two and one. */
const list = ({ after }: PageRequest): Promise<Page<number>> => {
  const from = after === null ? 0 : Number(after) + 1;
  const items = [0, 1, 2, 3, 4].slice(from, from + 2).map((node) => ({ node, cursor: String(node) }));
  const hasNextPage = from + 2 < 5;
  return Promise.resolve({ items, hasNextPage, hasPreviousPage: from > 0, count: () => Promise.resolve(5) });
};

async function allOf<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('a list that is read to its end', () => {
  it('is read a page at a time, or each item of them in turn', async () => {
    expect(await allOf(pagesOf(list))).toEqual([[0, 1], [2, 3], [4]]);
    expect(await allOf(eachOf(list))).toEqual([0, 1, 2, 3, 4]);
  });
});
