import { createLogger } from '@qianshou/service-kit/logging';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { tokenVerifier, type TokenVerifier } from './token-verifier.ts';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const { publicKey, privateKey } = await generateKeyPair('EdDSA');
const keys = createLocalJWKSet({ keys: [await exportJWK(publicKey)] });
const logger = createLogger({ service: 'test', level: 'silent' });

/** A verifier whose clock the test sets, and a token that lives so many seconds. */
async function verifying(
  lifetime: number,
  maxAge = 43_200,
): Promise<{ tokens: TokenVerifier; token: string; clock: { now: number } }> {
  const clock = { now: NOW };
  const tokens = tokenVerifier({
    keys,
    issuer: 'issuer',
    audience: 'graph',
    maxAge,
    logger,
    now: () => clock.now,
  });
  const token = await new SignJWT({ grants: [] })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
    .setSubject('somebody')
    .setIssuer('issuer')
    .setAudience('graph')
    .setIssuedAt(NOW / 1_000)
    .setExpirationTime(NOW / 1_000 + lifetime)
    .sign(privateKey);
  return { tokens, token, clock };
}

describe('a verified token', () => {
  it('is remembered, and nothing else is', async () => {
    const { tokens, token } = await verifying(600);

    await tokens.verify(token);

    expect(tokens.remembered(token)?.actor.subject).toBe('somebody');
    expect(tokens.remembered(`${token}x`)).toBeNull();
  });

  it('is forgotten the moment it expires, and then refused', async () => {
    const { tokens, token, clock } = await verifying(60);
    await tokens.verify(token);

    clock.now += 60_000;

    expect(tokens.remembered(token)).toBeNull();
    clock.now += 5_000;
    expect(await tokens.verify(token)).toEqual({ verified: false, reason: 'EXPIRED' });
  });

  it('is verified again after five minutes, in case its key was withdrawn', async () => {
    const { tokens, token, clock } = await verifying(3_600);
    await tokens.verify(token);

    clock.now += 5 * 60_000;

    expect(tokens.remembered(token)).toBeNull();
    expect((await tokens.verify(token)).verified).toBe(true);
  });

  it('is not remembered beyond the greatest age that is accepted', async () => {
    const { tokens, token, clock } = await verifying(3_600, 30);
    await tokens.verify(token);

    clock.now += 30_000;

    expect(tokens.remembered(token)).toBeNull();
  });

  it('is not remembered when it was refused', async () => {
    const { tokens, token, clock } = await verifying(60);
    clock.now += 120_000;

    await tokens.verify(token);

    expect(tokens.remembered(token)).toBeNull();
  });
});
