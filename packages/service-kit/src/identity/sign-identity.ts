import { randomBytes } from 'node:crypto';
import { digest, type EncodedIdentity } from './identity.ts';
import type { KeyRing } from './key-ring.ts';
import { type Envelope, macOf } from './signature.ts';

export interface SignerOptions {
  /** The subgraph's name: a signature made for one subgraph is worth nothing at another. */
  readonly audience: string;
  readonly keyRing: KeyRing;
  readonly now?: () => number;
}

export interface OutgoingRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string | Uint8Array;
  readonly identity: EncodedIdentity;
  readonly envelope: Envelope;
}

export type SignIdentity = (request: OutgoingRequest) => string;

/** Makes the value of the signature header: `v2 <keyId> <unixMillis> <nonce> <mac>`. */
export function signIdentity({ audience, keyRing, now = Date.now }: SignerOptions): SignIdentity {
  const nextNonce = nonces();
  const key = keyRing.signing;
  return ({ method, path, body, identity, envelope }) => {
    const time = String(now());
    const nonce = nextNonce();
    const bodyHash = digest(body);
    const parts = { method, path, audience, time, nonce, bodyHash, identityHash: identity.hash, envelope };
    const mac = macOf(key, parts);
    return `v2 ${key.id} ${time} ${nonce} ${mac}`;
  };
}

/** A nonce has to be unique, not secret: a random start for each signer and a counter cost less than random bytes. */
function nonces(): () => string {
  const start = randomBytes(12).toString('base64url');
  let count = 0;
  return () => `${start}${(count++).toString(36)}`;
}
