import type { Actor, OnceRequest } from '@qianshou/kernel';

/** A decision about money as the caller made it: the key, and everything else that makes it this request and no other. */
export function onceRequest(
  operation: string,
  actor: Actor,
  { idempotencyKey, ...input }: { readonly idempotencyKey: string },
): OnceRequest {
  return { operation, subject: actor.subject, key: idempotencyKey, input };
}
