/** So many failures one after the other are no bad items: something that all of them need is away. */
const MOST_IN_A_ROW = 5;

/**
 * Takes each item in its turn, whatever becomes of the others: one that cannot be taken must not keep all behind it
 * waiting for ever. Fails at the end: with what failed, or with all of it.
 */
export async function eachApart<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  take: (item: Item) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  let inARow = 0;
  for await (const item of items) {
    try {
      await take(item);
      inARow = 0;
    } catch (error) {
      failures.push(error);
      inARow += 1;
      if (inARow === MOST_IN_A_ROW) break;
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1)
    throw new AggregateError(failures, `${failures.length} of a sweep failed: ${toldOf(failures)}`);
}

function toldOf(failures: readonly unknown[]): string {
  const told = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure)));
  return [...new Set(told)].join('; ').slice(0, 500);
}
