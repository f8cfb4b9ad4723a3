export type StoredCopy = Readonly<Record<string, unknown>> & { readonly _id: string };

/** Where a copy is not what its owner's log comes to. */
export interface CopyDifference {
  readonly noun: string;
  readonly id: string;
  /** Null: the copy as a whole is missing, or its owner knows nothing of it. */
  readonly field: string | null;
  readonly kept: unknown;
  readonly told: unknown;
}

/** A copy's version means nothing. */
export function differencesOf(
  noun: string,
  { id, kept, told }: { readonly id: string; readonly kept?: StoredCopy; readonly told?: StoredCopy },
): readonly CopyDifference[] {
  if (kept === undefined && told === undefined) return [];
  if (kept === undefined || told === undefined)
    return [{ noun, id, field: null, kept: kept ?? null, told: told ?? null }];
  const { _id: _keptId, version: _keptVersion, ...ours } = kept;
  const { _id: _toldId, version: _toldVersion, ...theirs } = told;
  const fields = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...fields]
    .toSorted()
    .filter((field) => written(ours[field]) !== written(theirs[field]))
    .map((field) => ({ noun, id, field, kept: ours[field] ?? null, told: theirs[field] ?? null }));
}

/** In one way: lists in copies are sets, which came together in the order in which the owners happened to be heard. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null || value instanceof Date)
    return JSON.stringify(value ?? null);
  return `{${Object.entries(value)
    .map(([name, each]) => `${name}:${written(each)}`)
    .toSorted()
    .join()}}`;
}
