/**
 * The input with a key of its own, the one it has where it has one: keep what is returned, and after a time-out send
 * it again as it is. The graph then answers what it did the first time, and does nothing twice.
 */
export function withIdempotencyKey<Input extends object>(
  input: Input,
): Omit<Input, 'idempotencyKey'> & { idempotencyKey: string } {
  const { idempotencyKey } = input as { readonly idempotencyKey?: string | null };
  return { ...input, idempotencyKey: idempotencyKey ?? crypto.randomUUID() };
}

/** The input with the version that was read: refused with `VERSION_CONFLICT` where somebody changed the object since. */
export function withExpectedVersion<Input extends object>(
  input: Input,
  { version }: { readonly version: number },
): Input & { expectedVersion: number } {
  return { ...input, expectedVersion: version };
}
