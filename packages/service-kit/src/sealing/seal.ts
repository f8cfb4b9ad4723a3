import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { SealingKeys } from './sealing-keys.ts';

/** Where a value is stored; authenticated with it, so that a value copied to another place does not open there. */
export interface SealedAt {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
}

export interface Sealer {
  /** `v1.<keyId>.<nonce>.<ciphertext>.<tag>`, base64url; another text each time, also for the same value. */
  readonly seal: (at: SealedAt, value: string) => string;
  readonly open: (at: SealedAt, sealed: string) => string;
  /** The same for the same value and another for any other: for lookup and uniqueness, with a key of its own. */
  readonly blindIndex: (value: string) => string;
}

const VERSION = 'v1';
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function createSealer({ sealing, byId, index }: SealingKeys): Sealer {
  return {
    seal: (at, value) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, sealing.key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundPlace(at));
      const ciphertext = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
      return [VERSION, sealing.id, ...[nonce, ciphertext, cipher.getAuthTag()].map(toText)].join('.');
    },
    open: (at, sealed) => {
      const [version, keyId = '', nonce = '', ciphertext = '', tag = ''] = sealed.split('.');
      const key = byId.get(keyId);
      if (version !== VERSION || key === undefined) throw new Error(`no key opens ${place(at)}`);
      const options = { authTagLength: TAG_BYTES };
      const decipher = createDecipheriv(ALGORITHM, key.key, toBytes(nonce), options);
      decipher.setAAD(boundPlace(at));
      decipher.setAuthTag(toBytes(tag));
      return decipher.update(toBytes(ciphertext), undefined, 'utf8') + decipher.final('utf8');
    },
    blindIndex: (value) => `${index.id}.${createHmac('sha256', index.key).update(value).digest('base64url')}`,
  };
}

/** As JSON, so that no two places write themselves alike. */
function boundPlace({ collection, id, field }: SealedAt): Buffer {
  return Buffer.from(JSON.stringify([collection, id, field]));
}

function place({ collection, id, field }: SealedAt): string {
  return `${collection}/${id}/${field}`;
}

function toText(bytes: Buffer): string {
  return bytes.toString('base64url');
}

function toBytes(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}
