import { createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { keyFields, keyList, refuseForProduction, refuseGuessable, signingOf } from '../config/key-file.ts';
import { readSecrets } from '../config/secret-file.ts';

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
  ...keyFields,
  // Without a dot: it stands between the parts of a sealed value.
  id: z.string().regex(/^[\w-]{1,64}$/, 'expected 1 to 64 letters, digits, "_" or "-"'),
  key: z.base64().refine((key) => bytesOf(key).length === KEY_BYTES, {
    error: `expected ${KEY_BYTES} bytes in base64, e.g. of: openssl rand -base64 ${KEY_BYTES}`,
  }),
});

const sealingKeysSchema = z
  .strictObject({ encryption: keyList(keySchema), index: keySchema })
  .refine(({ encryption, index }) => encryption.every(({ key }) => key !== index.key), {
    error: 'the index needs a key of its own',
  });

type KeyFile = z.infer<typeof sealingKeysSchema>['index'];

export function parseSealingKeys(content: unknown, nodeEnv: string): SealingKeys {
  const { encryption, index } = sealingKeysSchema.parse(content);
  for (const key of [...encryption, index]) {
    refuseForProduction(key, nodeEnv);
    refuseGuessable(key.id, bytesOf(key.key), nodeEnv);
  }
  const keys = encryption.map(toKey);
  return {
    sealing: signingOf(keys),
    byId: new Map(keys.map((each) => [each.id, each])),
    index: toKey(index),
  };
}

export function loadSealingKeys(file: string, nodeEnv: string): SealingKeys {
  return readSecrets(file, (content) => parseSealingKeys(content, nodeEnv));
}

function toKey({ id, key }: KeyFile): SealingKey {
  return { id, key: createSecretKey(bytesOf(key)) };
}

function bytesOf(key: string): Buffer {
  return Buffer.from(key, 'base64');
}
