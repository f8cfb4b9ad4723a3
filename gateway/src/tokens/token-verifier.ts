import { digest } from '@qianshou/service-kit/identity';
import type { Logger } from '@qianshou/service-kit/logging';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose';
import { callerOf, type Caller } from '../caller.ts';
import { actorOfClaims } from './actor-of-claims.ts';

export interface TokenVerifierOptions {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  /** Seconds. */
  readonly maxAge: number;
  readonly logger: Logger;
  readonly now?: () => number;
}

export type TokenVerdict =
  | { readonly verified: true; readonly caller: Caller }
  /** `EXPIRED` tells a client to renew; everything else is `INVALID`, so that nobody learns how far a forgery got. */
  | { readonly verified: false; readonly reason: 'EXPIRED' | 'INVALID' | 'KEYS_UNAVAILABLE' };

export interface TokenVerifier {
  /** A token that was verified a moment ago: no signature is computed again. */
  readonly remembered: (token: string) => Caller | null;
  readonly verify: (token: string) => Promise<TokenVerdict>;
}

interface Remembered {
  readonly caller: Caller;
  readonly until: number;
}

const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'];
/** Clocks of issuer and gateway differ a little; a token must not be refused for being a second young. */
const CLOCK_TOLERANCE = 5;
const MOST_REMEMBERED = 10_000;
/** A key that the issuer withdraws is trusted no longer than this. */
const LONGEST_REMEMBERED = 5 * 60_000;

/** The issuer's keys could not be had: nothing is known about the token. */
const KEY_FAULTS = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

export function tokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { now = Date.now } = options;
  // Keyed by the hash, so that a dump of memory's oldest corner is not a bundle of tokens.
  const held = new Map<string, Remembered>();

  const remember = (hash: string, entry: Remembered): void => {
    held.set(hash, entry);
    if (held.size > MOST_REMEMBERED) held.delete(held.keys().next().value ?? hash);
  };

  return {
    remembered: (token) => {
      const hash = digest(token);
      const entry = held.get(hash);
      if (entry === undefined) return null;
      if (entry.until > now()) return entry.caller;
      held.delete(hash);
      return null;
    },
    verify: async (token) => {
      const checked = await checkToken(token, options, now());
      if ('reason' in checked) return { verified: false, reason: checked.reason };
      remember(digest(token), checked);
      return { verified: true, caller: checked.caller };
    },
  };
}

type Refused = { readonly reason: 'EXPIRED' | 'INVALID' | 'KEYS_UNAVAILABLE' };

async function checkToken(
  token: string,
  options: TokenVerifierOptions,
  now: number,
): Promise<Remembered | Refused> {
  try {
    const { payload } = await jwtVerify(token, options.keys, verifyOptions(options, now));
    return rememberedOf(payload, options, now);
  } catch (error) {
    const reason = reasonOf(error);
    options.logger.info(
      { reason, cause: error instanceof errors.JOSEError ? error.code : 'fault' },
      'a token was refused',
    );
    return { reason };
  }
}

function verifyOptions({ issuer, audience, maxAge }: TokenVerifierOptions, now: number): JWTVerifyOptions {
  return {
    issuer,
    audience,
    algorithms: ALGORITHMS,
    typ: 'at+jwt',
    maxTokenAge: maxAge,
    clockTolerance: CLOCK_TOLERANCE,
    requiredClaims: ['sub', 'exp', 'iat'],
    currentDate: new Date(now),
  };
}

function rememberedOf(
  claims: JWTPayload,
  { maxAge, logger }: TokenVerifierOptions,
  now: number,
): Remembered | Refused {
  const claimed = actorOfClaims(claims);
  if (claimed === null) return { reason: 'INVALID' };
  const { actor, ignored } = claimed;
  if (ignored.length > 0) logger.warn({ subject: actor.subject, ignored }, 'grants of a token were ignored');
  const issuedAt = Math.floor(claims.iat ?? 0);
  const expiresAt = Math.floor(Math.min(claims.exp ?? 0, issuedAt + maxAge));
  const caller = callerOf({ ...actor, token: { issuedAt, expiresAt } });
  return { caller, until: Math.min(expiresAt * 1_000, now + LONGEST_REMEMBERED) };
}

function reasonOf(error: unknown): Refused['reason'] {
  if (error instanceof errors.JWTExpired) return 'EXPIRED';
  return error instanceof errors.JOSEError && !KEY_FAULTS.has(error.code) ? 'INVALID' : 'KEYS_UNAVAILABLE';
}
