/** Remembers the results for the last keys that were asked for; the one that was asked for longest ago goes first. */
export function boundedMemo<Key, Value>(most: number): (key: Key, compute: () => Value) => Value {
  const held = new Map<Key, Value>();
  return (key, compute) => {
    const known = held.get(key);
    const value = known ?? compute();
    // A Map keeps the order of insertion: put in again, it is the youngest.
    if (known !== undefined) held.delete(key);
    held.set(key, value);
    if (held.size > most) held.delete(held.keys().next().value as Key);
    return value;
  };
}
