import { createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import {
  keyFields,
  keyList,
  MOST_SIGNING_KEYS,
  refuseForProduction,
  refuseGuessable,
  signingOf,
  TOO_MANY_KEYS,
} from '../config/key-file.ts';
import { readSecrets } from '../config/secret-file.ts';

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
  ...keyFields,
  secret: z.base64().refine((secret) => bytesOf(secret).length >= SHORTEST, {
    error: `expected at least ${SHORTEST} bytes in base64, e.g. of: openssl rand -base64 32`,
  }),
});

export const keyRingSchema = z.strictObject({
  keys: keyList(keySchema).max(MOST_SIGNING_KEYS, TOO_MANY_KEYS),
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
  for (const key of keys) {
    refuseForProduction(key, nodeEnv);
    refuseGuessable(key.id, bytesOf(key.secret), nodeEnv);
  }
  const active = keys.map(({ id, secret }) => ({ id, secret: createSecretKey(bytesOf(secret)) }));
  return { signing: signingOf(active), byId: new Map(active.map((key) => [key.id, key])) };
}

function bytesOf(secret: string): Buffer {
  return Buffer.from(secret, 'base64');
}
