import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { SERVICES, type ServiceName } from '@qianshou/events';
import { z } from 'zod';
import {
  keyFields,
  keyList,
  MOST_SIGNING_KEYS,
  refuseForProduction,
  signingOf,
  TOO_MANY_KEYS,
} from '../config/key-file.ts';
import { readSecrets } from '../config/secret-file.ts';

export interface EventKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** Of every service, every key with which an event in its topic may be signed: topics keep what old keys signed. */
export type EventPublicKeys = Readonly<Record<ServiceName, ReadonlyMap<string, KeyObject>>>;

const privateKey = z.strictObject({
  ...keyFields,
  /** PKCS8. */
  privateKey: z.string().min(1, 'expected an Ed25519 key in PEM, of: openssl genpkey -algorithm ed25519'),
});

const publicKey = z.strictObject({
  ...keyFields,
  /** SPKI. */
  publicKey: z.string().min(1, 'expected an Ed25519 key in PEM, of: openssl pkey -pubout'),
});

const signingKeysSchema = z.strictObject({ keys: keyList(privateKey).max(MOST_SIGNING_KEYS, TOO_MANY_KEYS) });

const keysOfService = z.strictObject({ keys: keyList(publicKey) });
const publicKeysSchema = z.strictObject(
  Object.fromEntries(SERVICES.map((service) => [service, keysOfService])) as Record<
    ServiceName,
    typeof keysOfService
  >,
);

export function parseSigningKey(content: unknown, nodeEnv: string): EventKey {
  const { keys } = signingKeysSchema.parse(content);
  keys.forEach((key) => refuseForProduction(key, nodeEnv));
  return signingOf(keys.map(({ id, privateKey: pem }) => ({ id, key: ed25519(id, createPrivateKey(pem)) })));
}

export function parsePublicKeys(content: unknown, nodeEnv: string): EventPublicKeys {
  const ofServices = publicKeysSchema.parse(content);
  const parsed = SERVICES.map((service) => {
    const { keys } = ofServices[service];
    keys.forEach((key) => refuseForProduction(key, nodeEnv));
    const byId = keys.map(({ id, publicKey: pem }) => [id, ed25519(id, createPublicKey(pem))] as const);
    return [service, new Map(byId)];
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
