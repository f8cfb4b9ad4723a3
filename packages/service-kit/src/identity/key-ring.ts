import { createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { looksRandom, readSecrets } from '../config/index.ts';

/** HMAC-SHA256 gains nothing from more than 32 bytes and is weakened by fewer. */
const SHORTEST = 32;

export interface SigningKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/** At most two keys: the first signs, both verify, so that a key is exchanged without a pause. */
export interface KeyRing {
  readonly signing: SigningKey;
  readonly byId: ReadonlyMap<string, SigningKey>;
}

const keySchema = z.strictObject({
  id: z.string().regex(/^[\w.-]{1,64}$/, 'expected 1 to 64 letters, digits, ".", "_" or "-"'),
  secret: z.base64().refine((secret) => bytesOf(secret).length >= SHORTEST, {
    error: `expected at least ${SHORTEST} bytes in base64, e.g. of: openssl rand -base64 32`,
  }),
  development: z.boolean().default(false),
});

export const keyRingSchema = z.strictObject({
  keys: z
    .array(keySchema)
    .min(1)
    .max(2, 'at most two keys are active: the one that signs and the one before or after it')
    .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, {
      error: 'two keys have the same id',
    }),
});

/** The gateway's file: one ring for each subgraph, so that no subgraph can speak to another as the gateway. */
export const keyRingsSchema = z.record(z.string(), keyRingSchema);

type KeyRingFile = z.infer<typeof keyRingSchema>;

export function parseKeyRing(content: unknown, nodeEnv: string): KeyRing {
  return toKeyRing(keyRingSchema.parse(content), nodeEnv);
}

export function loadKeyRing(file: string, nodeEnv: string): KeyRing {
  return readSecrets(file, (content) => parseKeyRing(content, nodeEnv));
}

export function loadKeyRings(file: string, nodeEnv: string): ReadonlyMap<string, KeyRing> {
  return readSecrets(file, (content) => {
    const rings = keyRingsSchema.parse(content);
    return new Map(Object.entries(rings).map(([subgraph, ring]) => [subgraph, toKeyRing(ring, nodeEnv)]));
  });
}

function toKeyRing({ keys }: KeyRingFile, nodeEnv: string): KeyRing {
  if (nodeEnv === 'production') keys.forEach(refuseForProduction);
  const active = keys.map(({ id, secret }) => ({ id, secret: createSecretKey(bytesOf(secret)) }));
  const [signing] = active;
  if (signing === undefined) throw new Error('the key ring is empty');
  return { signing, byId: new Map(active.map((key) => [key.id, key])) };
}

function refuseForProduction({ id, secret, development }: KeyRingFile['keys'][number]): void {
  if (development) throw new Error(`key "${id}" is marked for development; make one for production`);
  if (!looksRandom(bytesOf(secret))) {
    throw new Error(`key "${id}" is not random; make one with: openssl rand -base64 32`);
  }
}

function bytesOf(secret: string): Buffer {
  return Buffer.from(secret, 'base64');
}
