import { createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { GatewayConfig } from '../config.ts';

/** A login waits for the keys once, when they are new; not longer than a caller waits for an answer. */
const FETCH_TIMEOUT = 3_000;

const keySchema = z
  .looseObject({
    kty: z.enum(['OKP', 'EC', 'RSA'], { error: 'only public keys of OKP, EC or RSA verify tokens' }),
    development: z.boolean().default(false),
  })
  .refine((key) => !('d' in key), {
    error: 'a private key stays with the issuer: name the file with the public ones',
  });

const jwksSchema = z.object({ keys: z.array(keySchema).min(1) });

export type IssuerKeysOptions = Pick<GatewayConfig, 'JWKS_FILE' | 'JWKS_URL' | 'NODE_ENV'>;

/** The issuer's public keys: from a file, read once, or from its address, fetched when a token names a new one. */
export function issuerKeys({ JWKS_FILE, JWKS_URL, NODE_ENV }: IssuerKeysOptions): JWTVerifyGetKey {
  if (JWKS_URL !== undefined)
    return createRemoteJWKSet(new URL(JWKS_URL), { timeoutDuration: FETCH_TIMEOUT });
  if (JWKS_FILE === undefined) throw new Error('name either JWKS_FILE or JWKS_URL');
  const { keys } = readJwks(JWKS_FILE);
  if (NODE_ENV === 'production' && keys.some(({ development }) => development)) {
    throw new Error(
      `JWKS_FILE ${JWKS_FILE} holds a key of the development issuer; it is refused in production.`,
    );
  }
  return createLocalJWKSet({ keys });
}

function readJwks(file: string): z.output<typeof jwksSchema> {
  try {
    return jwksSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : 'not readable as JSON';
    throw new Error(`JWKS_FILE ${file} cannot be used: ${reason}`, { cause: error });
  }
}
