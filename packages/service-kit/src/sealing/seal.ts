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
  /** The same for what is no text: `v1.<keyId>.` and then nonce, tag and ciphertext as they are. */
  readonly sealBytes: (at: SealedAt, bytes: Buffer) => Buffer;
  readonly openBytes: (at: SealedAt, sealed: Buffer) => Buffer;
  /** The same for the same value and another for any other: for lookup and uniqueness, with a key of its own. */
  readonly blindIndex: (value: string) => string;
}

const VERSION = 'v1';
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function createSealer(keys: SealingKeys): Sealer {
  const { sealing, index } = keys;
  return {
    seal: (at, value) => {
      const { nonce, ciphertext, tag } = encrypt(keys, at, Buffer.from(value, 'utf8'));
      return [VERSION, sealing.id, ...[nonce, ciphertext, tag].map(toText)].join('.');
    },
    open: (at, sealed) => {
      const [version = '', keyId = '', nonce = '', ciphertext = '', tag = ''] = sealed.split('.');
      const box = { nonce: toBytes(nonce), ciphertext: toBytes(ciphertext), tag: toBytes(tag) };
      return decrypt(keys, at, { version, keyId, ...box }).toString('utf8');
    },
    sealBytes: (at, bytes) => {
      const { nonce, ciphertext, tag } = encrypt(keys, at, bytes);
      return Buffer.concat([Buffer.from(`${VERSION}.${sealing.id}.`), nonce, tag, ciphertext]);
    },
    openBytes: (at, sealed) => decrypt(keys, at, boxIn(sealed)),
    blindIndex: (value) => `${index.id}.${createHmac('sha256', index.key).update(value).digest('base64url')}`,
  };
}

interface Box {
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

interface NamedBox extends Box {
  readonly version: string;
  readonly keyId: string;
}

function encrypt({ sealing }: SealingKeys, at: SealedAt, bytes: Buffer): Box {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, sealing.key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundPlace(at));
  const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { nonce, ciphertext, tag: cipher.getAuthTag() };
}

function decrypt({ byId }: SealingKeys, at: SealedAt, box: NamedBox): Buffer {
  const key = byId.get(box.keyId);
  if (box.version !== VERSION || key === undefined) throw new Error(`no key opens ${place(at)}`);
  const decipher = createDecipheriv(ALGORITHM, key.key, box.nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundPlace(at));
  decipher.setAuthTag(box.tag);
  return Buffer.concat([decipher.update(box.ciphertext), decipher.final()]);
}

function boxIn(sealed: Buffer): NamedBox {
  const DOT = 0x2e;
  const first = sealed.indexOf(DOT);
  const from = sealed.indexOf(DOT, first + 1) + 1;
  const tagAt = from + NONCE_BYTES;
  return {
    version: sealed.toString('utf8', 0, first),
    keyId: sealed.toString('utf8', first + 1, from - 1),
    nonce: sealed.subarray(from, tagAt),
    tag: sealed.subarray(tagAt, tagAt + TAG_BYTES),
    ciphertext: sealed.subarray(tagAt + TAG_BYTES),
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
