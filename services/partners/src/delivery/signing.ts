import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { KeyRing, SigningKey } from '@qianshou/service-kit/identity';
import type { SecretOrigin } from '../domain/webhook/endpoint.ts';

/** What makes an Ed25519 key of 32 bytes in PKCS8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const RAW_KEY_BYTES = 32;

export interface Signer {
  /** As Standard Webhooks write it, for the receiver alone. */
  readonly secretOf: (endpointId: string, origin: SecretOrigin) => string;
  readonly headersOf: (call: SignedCall) => Readonly<Record<string, string>>;
  /** What an endpoint has to send back before it is called with anything else. */
  readonly challengeOf: (endpointId: string, origin: SecretOrigin) => string;
  /** `whpk_…`: of the key that signs, then of the one before. */
  readonly publicKeys: () => readonly string[];
}

export interface SignedCall {
  readonly endpointId: string;
  readonly secrets: readonly SecretOrigin[];
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/** Standard Webhooks 1.0: v1 with the endpoint's secrets, v1a with the platform's key. Nothing of it is stored. */
export function webhookSigner(keys: KeyRing): Signer {
  const keyOf = (id: string): SigningKey => {
    const key = keys.byId.get(id);
    if (key === undefined)
      throw new Error(`PARTNER_KEYS_FILE has no key "${id}", of which secrets were made`);
    return key;
  };
  const secretOf = (endpointId: string, { keyId, generation }: SecretOrigin): Buffer =>
    derived(keyOf(keyId), `webhook secret ${endpointId} ${generation}`);
  return {
    secretOf: (endpointId, origin) => `whsec_${secretOf(endpointId, origin).toString('base64')}`,
    challengeOf: (endpointId, { keyId, generation }) =>
      derived(keyOf(keyId), `webhook challenge ${endpointId} ${generation}`).toString('base64url'),
    publicKeys: () => [...keys.byId.values()].map((key) => `whpk_${rawPublic(asymmetric(key))}`),
    headersOf: ({ endpointId, secrets, id, at, body }) => {
      const timestamp = String(Math.floor(at.getTime() / 1_000));
      const content = `${id}.${timestamp}.${body}`;
      const symmetric = secrets.map((origin) => {
        const mac = createHmac('sha256', secretOf(endpointId, origin)).update(content).digest('base64');
        return `v1,${mac}`;
      });
      const own = sign(null, Buffer.from(content), asymmetric(keys.signing)).toString('base64');
      return {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': [...symmetric, `v1a,${own}`].join(' '),
      };
    },
  };
}

function derived({ secret }: SigningKey, purpose: string): Buffer {
  return createHmac('sha256', secret).update(purpose).digest();
}

function asymmetric(key: SigningKey): KeyObject {
  const seed = derived(key, 'webhook ed25519');
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

function rawPublic(key: KeyObject): string {
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return spki.subarray(-RAW_KEY_BYTES).toString('base64');
}
