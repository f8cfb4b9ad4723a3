/** The values of a filter as the graph gives them; null where it was left out. */
export function listOf<Value>(
  filter: { readonly in: readonly Value[] } | null | undefined,
): readonly Value[] | null {
  return filter?.in ?? null;
}
