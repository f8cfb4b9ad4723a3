import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { SERVICES, type ServiceName } from '@qianshou/events';
import { z } from 'zod';
import { readSecrets } from '../config/index.ts';

export interface EventKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** Of every service, every key with which an event in its topic may be signed: topics keep what old keys signed. */
export type EventPublicKeys = Readonly<Record<ServiceName, ReadonlyMap<string, KeyObject>>>;

const id = z.string().regex(/^[\w.-]{1,64}$/, 'expected 1 to 64 letters, digits, ".", "_" or "-"');
const development = z.boolean().default(false);

const privateKey = z.strictObject({
  id,
  /** PKCS8. */
  privateKey: z.string().min(1, 'expected an Ed25519 key in PEM, of: openssl genpkey -algorithm ed25519'),
  development,
});

const publicKey = z.strictObject({
  id,
  /** SPKI. */
  publicKey: z.string().min(1, 'expected an Ed25519 key in PEM, of: openssl pkey -pubout'),
  development,
});

const hasEachIdOnce = (keys: readonly { readonly id: string }[]): boolean =>
  new Set(keys.map((key) => key.id)).size === keys.length;
const TWICE = { error: 'two keys have the same id' };

/** The first key signs; the next one may lie behind it, so that a rotation is one change of order. */
const signingKeysSchema = z.strictObject({
  keys: z
    .array(privateKey)
    .min(1)
    .max(2, 'at most two keys: the one that signs and the next')
    .refine(hasEachIdOnce, TWICE),
});

const publicKeysSchema = z.strictObject(
  Object.fromEntries(
    SERVICES.map((service) => [
      service,
      z.strictObject({ keys: z.array(publicKey).min(1).refine(hasEachIdOnce, TWICE) }),
    ]),
  ) as Record<ServiceName, z.ZodObject<{ keys: z.ZodArray<typeof publicKey> }, z.core.$strict>>,
);

export function parseSigningKey(content: unknown, nodeEnv: string): EventKey {
  const { keys } = signingKeysSchema.parse(content);
  keys.forEach((key) => refuseForProduction(key, nodeEnv));
  const parsed = keys.map((each) => ({
    id: each.id,
    key: ed25519(each.id, createPrivateKey(each.privateKey)),
  }));
  const [signing] = parsed;
  if (signing === undefined) throw new Error('there is no key to sign with');
  return signing;
}

export function parsePublicKeys(content: unknown, nodeEnv: string): EventPublicKeys {
  const ofServices = publicKeysSchema.parse(content);
  const parsed = SERVICES.map((service) => {
    const { keys } = ofServices[service];
    keys.forEach((key) => refuseForProduction(key, nodeEnv));
    return [
      service,
      new Map(keys.map((each) => [each.id, ed25519(each.id, createPublicKey(each.publicKey))])),
    ];
  });
  return Object.fromEntries(parsed) as EventPublicKeys;
}

export interface EventKeys {
  readonly signing: EventKey;
  readonly publicKeys: EventPublicKeys;
}

export interface EventKeyFiles {
  readonly EVENT_SIGNING_KEYS_FILE: string;
  readonly EVENT_PUBLIC_KEYS_FILE: string;
  readonly NODE_ENV: string;
}

/** Refuses a key to sign with that nobody could verify: what it signs would be dead letters everywhere. */
export function loadEventKeys(service: ServiceName, config: EventKeyFiles): EventKeys {
  const { EVENT_SIGNING_KEYS_FILE, EVENT_PUBLIC_KEYS_FILE, NODE_ENV } = config;
  const signing = readSecrets(EVENT_SIGNING_KEYS_FILE, (content) => parseSigningKey(content, NODE_ENV));
  const publicKeys = readSecrets(EVENT_PUBLIC_KEYS_FILE, (content) => parsePublicKeys(content, NODE_ENV));
  const told = publicKeys[service].get(signing.id);
  if (told?.equals(createPublicKey(signing.key)) !== true) {
    throw new Error(
      `${EVENT_PUBLIC_KEYS_FILE} does not hold the public key of "${signing.id}", with which ${service} signs: ` +
        'add it there, for every service, before this service signs with it',
    );
  }
  return { signing, publicKeys };
}

function ed25519(name: string, key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`key "${name}" is not of Ed25519`);
  return key;
}

function refuseForProduction(
  key: { readonly id: string; readonly development: boolean },
  nodeEnv: string,
): void {
  if (nodeEnv === 'production' && key.development)
    throw new Error(`key "${key.id}" is marked for development; make one for production`);
}
