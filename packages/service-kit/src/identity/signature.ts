import { createHmac } from 'node:crypto';
import type { SigningKey } from './key-ring.ts';

export const IDENTITY_HEADER = 'x-qianshou-identity';
export const SIGNATURE_HEADER = 'x-qianshou-signature';
export const DEADLINE_HEADER = 'x-qianshou-deadline';
export const CORRELATION_HEADER = 'x-correlation-id';
export const TRACE_HEADER = 'traceparent';

/** How far the signed time may lie from the subgraph's clock, either way. */
export const SIGNATURE_WINDOW = 30_000;

/** What travels beside the question and is believed like it: until when, under which correlation, in which trace. */
export interface Envelope {
  /** Unix milliseconds after which nobody waits for the answer any more. */
  readonly deadline: number;
  readonly correlationId: string;
  /** The W3C trace that the client started; `null` without one. */
  readonly traceparent: string | null;
}

export interface SignedParts {
  readonly method: string;
  readonly path: string;
  /** The subgraph that the request is meant for. */
  readonly audience: string;
  readonly time: string;
  readonly nonce: string;
  readonly bodyHash: string;
  readonly identityHash: string;
  readonly envelope: Envelope;
}

/** A line for each part: none can hold a line break, so no two requests make the same text. */
export function macOf(key: SigningKey, parts: SignedParts): string {
  const { method, path, audience, time, nonce, bodyHash, identityHash, envelope } = parts;
  const { deadline, correlationId, traceparent } = envelope;
  const text = `v2\n${key.id}\n${method}\n${path}\n${audience}\n${time}\n${nonce}\n${bodyHash}\n${identityHash}\n${deadline}\n${correlationId}\n${traceparent ?? ''}`;
  return createHmac('sha256', key.secret).update(text).digest('base64url');
}
