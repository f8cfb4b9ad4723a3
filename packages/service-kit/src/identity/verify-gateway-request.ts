import { timingSafeEqual } from 'node:crypto';
import { decodeIdentity, digest, type Identity } from './identity.ts';
import type { KeyRing, SigningKey } from './key-ring.ts';
import { nonceMemory, type NonceMemory } from './nonce-memory.ts';
import { type Envelope, macOf, SIGNATURE_WINDOW } from './signature.ts';

export interface VerifierOptions {
  /** This subgraph's own name. */
  readonly audience: string;
  readonly keyRing: KeyRing;
  readonly now?: () => number;
  readonly nonces?: NonceMemory;
}

export interface IncomingRequest {
  readonly method: string;
  readonly path: string;
  /** The bytes as they came in, before any parsing. */
  readonly body: string | Uint8Array;
  readonly identity: string | undefined;
  readonly signature: string | undefined;
  readonly deadline: string | undefined;
  readonly correlationId: string | undefined;
  readonly traceparent: string | undefined;
}

/** For the log and the metrics; the caller is told nothing but 401. */
export type RefusalReason =
  'MISSING' | 'MALFORMED' | 'UNKNOWN_KEY' | 'OUTSIDE_WINDOW' | 'MISMATCH' | 'REPLAYED' | 'OVERLOADED';

export type Verdict =
  | {
      readonly accepted: true;
      readonly identity: Identity;
      readonly envelope: Envelope;
      readonly nonce: string;
    }
  | { readonly accepted: false; readonly reason: RefusalReason };

export type VerifyGatewayRequest = (request: IncomingRequest) => Verdict;

const SIGNATURE = /^v2 (?<keyId>[\w.-]{1,64}) (?<time>\d{13}) (?<nonce>[\w-]{16,64}) (?<mac>[\w-]{43})$/;

const DEADLINE = /^\d{13}$/;
const CORRELATION_ID = /^[\w-]{1,64}$/;
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

type SignatureParts = Readonly<Record<'keyId' | 'time' | 'nonce' | 'mac', string>>;

/** What stands in the header, before anything of it is believed. */
interface Claim {
  readonly key: SigningKey;
  readonly time: string;
  readonly nonce: string;
  readonly mac: string;
  readonly identity: string;
  readonly envelope: Envelope;
}

/** Answers who asks, or why the request is not from the gateway, to this subgraph, now, for the first time. */
export function verifyGatewayRequest(options: VerifierOptions): VerifyGatewayRequest {
  const { audience, keyRing, now = Date.now, nonces = nonceMemory() } = options;
  return (request) => {
    const claim = readClaim(request, keyRing);
    if (typeof claim === 'string') return refused(claim);
    const at = now();
    if (Math.abs(at - Number(claim.time)) > SIGNATURE_WINDOW) return refused('OUTSIDE_WINDOW');
    if (!isAuthentic(claim, request, audience)) return refused('MISMATCH');
    // Only now: a stranger must not be able to fill the memory or to use up somebody's nonce.
    const nonce = nonces.admit(claim.nonce, Number(claim.time), at);
    if (nonce !== 'NEW') return refused(nonce === 'SEEN' ? 'REPLAYED' : 'OVERLOADED');
    const identity = decodeIdentity(claim.identity);
    return identity === null
      ? refused('MALFORMED')
      : { accepted: true, identity, envelope: claim.envelope, nonce: claim.nonce };
  };
}

function readClaim(request: IncomingRequest, { byId }: KeyRing): Claim | RefusalReason {
  const { identity, signature } = request;
  if (identity === undefined || signature === undefined) return 'MISSING';
  const parts = SIGNATURE.exec(signature)?.groups as SignatureParts | undefined;
  const envelope = readEnvelope(request);
  if (parts === undefined || envelope === null) return 'MALFORMED';
  const { keyId, time, nonce, mac } = parts;
  const key = byId.get(keyId);
  return key === undefined ? 'UNKNOWN_KEY' : { key, time, nonce, mac, identity, envelope };
}

function readEnvelope({ deadline = '', correlationId = '', traceparent }: IncomingRequest): Envelope | null {
  if (!DEADLINE.test(deadline) || !CORRELATION_ID.test(correlationId)) return null;
  if (traceparent !== undefined && !TRACEPARENT.test(traceparent)) return null;
  return { deadline: Number(deadline), correlationId, traceparent: traceparent ?? null };
}

function isAuthentic(claim: Claim, { method, path, body }: IncomingRequest, audience: string): boolean {
  const { key, time, nonce, mac, envelope } = claim;
  const hashes = { bodyHash: digest(body), identityHash: digest(claim.identity) };
  const expected = macOf(key, { method, path, audience, time, nonce, envelope, ...hashes });
  // The texts are compared, not what they decode to: the last base64url character has bits that decode to nothing.
  return timingSafeEqual(Buffer.from(mac, 'latin1'), Buffer.from(expected, 'latin1'));
}

function refused(reason: RefusalReason): Verdict {
  return { accepted: false, reason };
}
