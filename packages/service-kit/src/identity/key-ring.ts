import { createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** HMAC-SHA256 gains nothing from more than 32 bytes and is weakened by fewer. */
const SHORTEST = 32;
/** 32 random bytes hold about 30 different values; a pass phrase, a repeated byte or zeros hold far fewer. */
const FEWEST_DISTINCT = 16;

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
  return naming(file, () => parseKeyRing(readJson(file), nodeEnv));
}

export function loadKeyRings(file: string, nodeEnv: string): ReadonlyMap<string, KeyRing> {
  return naming(file, () => {
    const rings = keyRingsSchema.parse(readJson(file));
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
  if (new Set(bytesOf(secret)).size < FEWEST_DISTINCT) {
    throw new Error(`key "${id}" is not random; make one with: openssl rand -base64 32`);
  }
}

function bytesOf(secret: string): Buffer {
  return Buffer.from(secret, 'base64');
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Says which file is wrong and why. A zod message names the place, never the value, so no secret reaches a log. */
function naming<Result>(file: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : reasonOf(error);
    throw new Error(`The keys in ${file} cannot be used: ${reason}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  // The text of a JSON error quotes what it could not read, which may be half a secret.
  if (error instanceof SyntaxError) return 'not valid JSON';
  return error instanceof Error ? error.message : 'unknown';
}
