import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Grant } from '@qianshou/kernel';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { LOCAL } from '../places.ts';
import { SetupError } from '../setup-error.ts';
import { readMemory } from './memory.ts';
import { findPersona, listPersonas } from './personas.ts';

export const ISSUER = 'https://issuer.qianshou.invalid/demo';
export const AUDIENCE = 'qianshou';

/** No longer than the gateway lets any token live. */
const LIFETIME_SECONDS = 12 * 60 * 60;

export interface Issuer {
  /** The public keys, for the gateway. */
  readonly jwksFile: string;
  /** An access token of a persona of the demonstration. */
  readonly issueToken: (persona: string) => Promise<string>;
  readonly tokenFor: (subject: string, grants: readonly Grant[]) => Promise<string>;
}

/** Makes its key at first use. The public half says that it is for development: production refuses it. */
export async function openIssuer(folder = join(LOCAL, 'issuer')): Promise<Issuer> {
  const jwk = await readOrMakeKey(folder);
  const key = await importJWK(jwk, 'EdDSA');
  const tokenFor = (subject: string, grants: readonly Grant[]): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ grants })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: jwk.kid ?? '' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME_SECONDS)
      .sign(key);
  };
  return {
    jwksFile: join(folder, 'jwks.json'),
    tokenFor,
    issueToken: async (name) => {
      const persona = findPersona(name, readMemory());
      if (persona === null) throw new SetupError(`There is no persona "${name}". There are:`, listPersonas());
      return tokenFor(`demo|${persona.name}`, persona.grants);
    },
  };
}

async function readOrMakeKey(folder: string): Promise<JWK> {
  const keyFile = join(folder, 'key.json');
  if (!existsSync(keyFile)) await makeKey(folder, keyFile);
  return JSON.parse(readFileSync(keyFile, 'utf8')) as JWK;
}

async function makeKey(folder: string, keyFile: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const named = { kid: `demo-${Date.now()}`, alg: 'EdDSA', use: 'sig' };
  const published = { ...(await exportJWK(publicKey)), ...named, development: true };
  writeFileSync(join(folder, 'jwks.json'), `${JSON.stringify({ keys: [published] }, null, 2)}\n`);
  writeFileSync(`${keyFile}.new`, JSON.stringify({ ...(await exportJWK(privateKey)), ...named }), {
    mode: 0o600,
  });
  chmodSync(`${keyFile}.new`, 0o600);
  renameSync(`${keyFile}.new`, keyFile);
}
