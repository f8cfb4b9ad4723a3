/** How much is remembered: so many results, and so much weight of them all. */
export interface Bounds<Key> {
  readonly most: number;
  readonly weight?: number;
  readonly weightOf?: (key: Key) => number;
}

/** Remembers the results for the last keys that were asked for; the one that was asked for longest ago goes first. */
export function boundedMemo<Key, Value>({
  most,
  weight: heaviest = Infinity,
  weightOf = () => 0,
}: Bounds<Key>): (key: Key, compute: () => Value) => Value {
  const held = new Map<Key, Value>();
  let weight = 0;

  const tooMuch = (): boolean => held.size > most || weight > heaviest;
  const forget = (key: Key): void => {
    if (held.delete(key)) weight -= weightOf(key);
  };

  return (key, compute) => {
    const known = held.get(key);
    const value = known ?? compute();
    // A Map keeps the order of insertion: put in again, it is the youngest.
    forget(key);
    held.set(key, value);
    weight += weightOf(key);
    while (tooMuch()) forget(held.keys().next().value as Key);
    return value;
  };
}
