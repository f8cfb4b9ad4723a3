/** So many failures are kept to be told; the rest is counted. */
const MOST_TOLD = 100;

/**
 * Takes each item in its turn, whatever becomes of the others: those that cannot be taken, however many of them come
 * first, must not keep all behind them waiting for ever. Answers how many there were, or fails at the end with what
 * failed. Where the database itself is away, reading the next items ends the sweep.
 */
export async function eachApart<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  take: (item: Item) => Promise<unknown>,
): Promise<number> {
  const failures: unknown[] = [];
  let failed = 0;
  let turns = 0;
  for await (const item of items) {
    turns += 1;
    try {
      await take(item);
    } catch (error) {
      failed += 1;
      if (failures.length < MOST_TOLD) failures.push(error);
    }
  }
  if (failed === 1) throw failures[0];
  if (failed > 1) throw new AggregateError(failures, `${failed} of a sweep failed: ${toldOf(failures)}`);
  return turns;
}

function toldOf(failures: readonly unknown[]): string {
  const told = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure)));
  return [...new Set(told)].join('; ').slice(0, 500);
}
