import DataLoader from 'dataloader';

/** Keys asked for in one tick become one query; keys are compared as strings, so brands may differ by object. */
export type Loader<Key, Value> = DataLoader<Key, Value | null, string>;

/** `load` answers in the order asked for, null where there is none. */
export function loader<Key, Value>(
  load: (keys: readonly Key[]) => Promise<readonly (Value | null)[]>,
): Loader<Key, Value> {
  return new DataLoader<Key, Value | null, string>(load, { cacheKeyFn: String, maxBatchSize: 1_000 });
}
