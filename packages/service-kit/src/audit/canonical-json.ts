/**
 * One text for one value: keys in order, nothing between them, as RFC 8785 writes it for strings, whole numbers,
 * booleans and null; other values are written as strings before.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(plain(value));
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (Array.isArray(value)) return value.map(plain);
  const known = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    known.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => [key, plain(each)]),
  );
}
