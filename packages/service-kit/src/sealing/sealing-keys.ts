import { createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { looksRandom, readSecrets } from '../config/secret-file.ts';

/** AES-256. */
const KEY_BYTES = 32;

export interface SealingKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** The first encryption key seals, all of them open; the index has a key of its own, so that neither tells the other. */
export interface SealingKeys {
  readonly sealing: SealingKey;
  readonly byId: ReadonlyMap<string, SealingKey>;
  readonly index: SealingKey;
}

const keySchema = z.strictObject({
  // Without a dot: it stands between the parts of a sealed value.
  id: z.string().regex(/^[\w-]{1,64}$/, 'expected 1 to 64 letters, digits, "_" or "-"'),
  key: z.base64().refine((key) => bytesOf(key).length === KEY_BYTES, {
    error: `expected ${KEY_BYTES} bytes in base64, e.g. of: openssl rand -base64 ${KEY_BYTES}`,
  }),
  development: z.boolean().default(false),
});

const sealingKeysSchema = z
  .strictObject({ encryption: z.array(keySchema).min(1), index: keySchema })
  .refine(({ encryption }) => new Set(encryption.map(({ id }) => id)).size === encryption.length, {
    error: 'two encryption keys have the same id',
  })
  .refine(({ encryption, index }) => encryption.every(({ key }) => key !== index.key), {
    error: 'the index needs a key of its own',
  });

type KeyFile = z.infer<typeof sealingKeysSchema>['index'];

export function parseSealingKeys(content: unknown, nodeEnv: string): SealingKeys {
  const { encryption, index } = sealingKeysSchema.parse(content);
  if (nodeEnv === 'production') [...encryption, index].forEach(refuseForProduction);
  const keys = encryption.map(toKey);
  const [sealing] = keys;
  if (sealing === undefined) throw new Error('there is no encryption key');
  return { sealing, byId: new Map(keys.map((each) => [each.id, each])), index: toKey(index) };
}

export function loadSealingKeys(file: string, nodeEnv: string): SealingKeys {
  return readSecrets(file, (content) => parseSealingKeys(content, nodeEnv));
}

function refuseForProduction({ id, key, development }: KeyFile): void {
  if (development) throw new Error(`key "${id}" is marked for development; make one for production`);
  if (!looksRandom(bytesOf(key))) {
    throw new Error(`key "${id}" is not random; make one with: openssl rand -base64 ${KEY_BYTES}`);
  }
}

function toKey({ id, key }: KeyFile): SealingKey {
  return { id, key: createSecretKey(bytesOf(key)) };
}

function bytesOf(key: string): Buffer {
  return Buffer.from(key, 'base64');
}
