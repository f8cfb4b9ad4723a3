import { createHmac } from 'node:crypto';
import type { SigningKey } from './key-ring.ts';

export const IDENTITY_HEADER = 'x-qianshou-identity';
export const SIGNATURE_HEADER = 'x-qianshou-signature';
export const DEADLINE_HEADER = 'x-qianshou-deadline';
export const CORRELATION_HEADER = 'x-correlation-id';

/** How far the signed time may lie from the subgraph's clock, either way. */
export const SIGNATURE_WINDOW = 30_000;

export interface SignedParts {
  readonly method: string;
  readonly path: string;
  /** The subgraph that the request is meant for. */
  readonly audience: string;
  readonly time: string;
  readonly nonce: string;
  readonly bodyHash: string;
  readonly identityHash: string;
}

/** A line for each part: none can hold a line break, so no two requests make the same text. */
export function macOf(key: SigningKey, parts: SignedParts): string {
  const { method, path, audience, time, nonce, bodyHash, identityHash } = parts;
  const text = `v1\n${key.id}\n${method}\n${path}\n${audience}\n${time}\n${nonce}\n${bodyHash}\n${identityHash}`;
  return createHmac('sha256', key.secret).update(text).digest('base64url');
}
