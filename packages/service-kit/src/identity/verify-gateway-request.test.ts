import { regionCode, type Actor } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeIdentity } from './identity.ts';
import { parseKeyRing, type KeyRing } from './key-ring.ts';
import { nonceMemory } from './nonce-memory.ts';
import { signIdentity } from './sign-identity.ts';
import { type Envelope, SIGNATURE_WINDOW } from './signature.ts';
import { verifyGatewayRequest, type IncomingRequest, type Verdict } from './verify-gateway-request.ts';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const BODY = '{"query":"{ station(id: \\"sta_1\\") { name } }"}';
const actor: Actor = {
  subject: 'yidu-bureau',
  grants: [{ role: 'COUNTY_CIVIL_AFFAIRS', region: regionCode('420581') }],
};
const identity = encodeIdentity({ actor, language: 'zh' });

const key = (id: string, byte: number) => ({ id, secret: Buffer.alloc(32, byte).toString('base64') });
const ring = (...keys: readonly ReturnType<typeof key>[]): KeyRing => parseKeyRing({ keys }, 'test');
const keyRing = ring(key('k1', 1));

const envelope: Envelope = {
  deadline: NOW + 2_000,
  correlationId: '019ac0de-0000-7000-8000-000000000001',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};
const headersOf = ({ deadline, correlationId, traceparent }: Envelope) => ({
  deadline: String(deadline),
  correlationId,
  traceparent: traceparent ?? undefined,
});

/** A request as the gateway sends it; any part may be replaced. */
function aRequest(signer: Partial<Parameters<typeof signIdentity>[0]> = {}): IncomingRequest {
  const sign = signIdentity({ audience: 'station', keyRing, now: () => NOW, ...signer });
  const request = { method: 'POST', path: '/graphql', body: BODY };
  const signature = sign({ ...request, identity, envelope });
  return { ...request, ...headersOf(envelope), identity: identity.header, signature };
}

const verifyAt = (now: number, verifier: Partial<Parameters<typeof verifyGatewayRequest>[0]> = {}) =>
  verifyGatewayRequest({ audience: 'station', keyRing, now: () => now, ...verifier });

const reasonOf = (verdict: Verdict): string | null => (verdict.accepted ? null : verdict.reason);

/** The text with one character replaced by another of the same alphabet. */
const replaceAt = (text: string, at: number): string =>
  `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;

describe('a request signed by the gateway', () => {
  it('is accepted and says who asks in which language, until when, under which correlation', () => {
    const verdict = verifyAt(NOW)(aRequest());

    expect(verdict).toMatchObject({ accepted: true, identity: { actor, language: 'zh' }, envelope });
  });

  it('is accepted with either of two active keys', () => {
    const both = ring(key('k2', 2), key('k1', 1));

    const byOld = verifyAt(NOW, { keyRing: both })(aRequest());
    const byNew = verifyAt(NOW, { keyRing: both })(aRequest({ keyRing: both }));

    expect([byOld.accepted, byNew.accepted]).toEqual([true, true]);
  });

  it.each([-SIGNATURE_WINDOW, SIGNATURE_WINDOW])('is accepted %i ms away from its time', (offset) => {
    expect(verifyAt(NOW + offset)(aRequest()).accepted).toBe(true);
  });
});

describe('a request that the gateway did not send so', () => {
  it('is refused without identity or signature', () => {
    const verify = verifyAt(NOW);

    expect(reasonOf(verify({ ...aRequest(), identity: undefined }))).toBe('MISSING');
    expect(reasonOf(verify({ ...aRequest(), signature: undefined }))).toBe('MISSING');
  });

  it('is refused with any one character of the identity replaced', () => {
    const request = aRequest();
    const verify = verifyAt(NOW);

    const verdicts = [...identity.header].map((_char, at) =>
      reasonOf(verify({ ...request, identity: replaceAt(identity.header, at) })),
    );

    expect(new Set(verdicts)).toEqual(new Set(['MISMATCH']));
  });

  it('is refused with any one character of the signature replaced', () => {
    const request = aRequest();
    const signature = request.signature ?? '';
    const verify = verifyAt(NOW);

    const accepted = [...signature].filter(
      (_char, at) => verify({ ...request, signature: replaceAt(signature, at) }).accepted,
    );

    expect(accepted).toEqual([]);
  });

  it('is refused with any one bit of the body flipped', () => {
    const request = aRequest();
    const verify = verifyAt(NOW);
    const bits = [...Buffer.from(BODY).keys()].flatMap((at) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((bit) => ({ at, bit })),
    );

    const accepted = bits.filter(({ at, bit }) => {
      const body = Buffer.from(BODY);
      body[at] = (body[at] ?? 0) ^ (1 << bit);
      return verify({ ...request, body }).accepted;
    });

    expect(accepted).toEqual([]);
  });

  it('is refused by another method, on another path, and at another subgraph', () => {
    const request = aRequest();

    expect(reasonOf(verifyAt(NOW)({ ...request, method: 'GET' }))).toBe('MISMATCH');
    expect(reasonOf(verifyAt(NOW)({ ...request, path: '/graphql?' }))).toBe('MISMATCH');
    expect(reasonOf(verifyAt(NOW, { audience: 'funding' })(request))).toBe('MISMATCH');
  });

  it('is refused with another deadline, correlation or trace, or without one that was signed', () => {
    const request = aRequest();
    const verify = verifyAt(NOW);
    const others: readonly Partial<IncomingRequest>[] = [
      { deadline: String(NOW + 600_000) },
      { correlationId: 'another' },
      { traceparent: '00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
      { traceparent: undefined },
    ];

    expect(others.map((other) => reasonOf(verify({ ...request, ...other })))).toEqual(
      others.map(() => 'MISMATCH'),
    );
  });

  it.each([
    { deadline: undefined },
    { deadline: 'never' },
    { correlationId: undefined },
    { correlationId: 'a b' },
    { traceparent: 'a trace\nof two lines' },
  ])('is refused with an envelope of no form: %j', (other) => {
    expect(reasonOf(verifyAt(NOW)({ ...aRequest(), ...other }))).toBe('MALFORMED');
  });

  it('is refused when it comes a second time, also at the end of the window', () => {
    const clock = { now: NOW };
    const verify = verifyGatewayRequest({ audience: 'station', keyRing, now: () => clock.now });
    const request = aRequest();

    const first = verify(request);
    const second = verify(request);
    clock.now += SIGNATURE_WINDOW;
    const late = verify(request);

    expect([reasonOf(first), reasonOf(second), reasonOf(late)]).toEqual([null, 'REPLAYED', 'REPLAYED']);
  });

  it.each([-SIGNATURE_WINDOW - 1, SIGNATURE_WINDOW + 1])('is refused %i ms away from its time', (offset) => {
    expect(reasonOf(verifyAt(NOW + offset)(aRequest()))).toBe('OUTSIDE_WINDOW');
  });

  it('is refused under a key id that is not active, and under an active id with another secret', () => {
    expect(reasonOf(verifyAt(NOW)(aRequest({ keyRing: ring(key('k0', 1)) })))).toBe('UNKNOWN_KEY');
    expect(reasonOf(verifyAt(NOW)(aRequest({ keyRing: ring(key('k1', 9)) })))).toBe('MISMATCH');
  });

  it('is refused when no more nonces can be remembered, not forgotten early', () => {
    const verify = verifyAt(NOW, { nonces: nonceMemory(1) });

    expect(reasonOf(verify(aRequest()))).toBeNull();
    expect(reasonOf(verify(aRequest()))).toBe('OVERLOADED');
  });

  it('is refused without using up the nonce that it stole', () => {
    const verify = verifyAt(NOW);
    const request = aRequest();

    expect(reasonOf(verify({ ...request, body: '{}' }))).toBe('MISMATCH');
    expect(reasonOf(verify(request))).toBeNull();
  });

  it('is refused whatever stands in its headers', () => {
    const verify = verifyAt(NOW);
    const signatures = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^v2 [\w.-]{1,8} \d{13} [\w-]{16,20} [\w-]{43}$/),
    );

    fc.assert(
      fc.property(fc.string(), signatures, fc.uint8Array(), (header, signature, body) => {
        const sent = { method: 'POST', path: '/graphql', body, identity: header, signature };
        const verdict = verify({ ...sent, ...headersOf(envelope) });
        expect(verdict.accepted).toBe(false);
      }),
    );
  });
});

describe('any identity over any body', () => {
  it('arrives as it was sent, and not with another body', () => {
    const subjects = fc.string({ unit: 'grapheme' });

    fc.assert(
      fc.property(subjects, fc.uint8Array(), fc.uint8Array(), (subject, body, other) => {
        fc.pre(Buffer.compare(body, other) !== 0);
        const sent = encodeIdentity({ actor: { subject, grants: [] }, language: 'en' });
        const sign = signIdentity({ audience: 'station', keyRing, now: () => NOW });
        const parts = { method: 'POST', path: '/graphql', body };
        const signature = sign({ ...parts, identity: sent, envelope });
        const request = { ...parts, ...headersOf(envelope), identity: sent.header, signature };

        expect(verifyAt(NOW)(request)).toMatchObject({ accepted: true, identity: { actor: { subject } } });
        expect(verifyAt(NOW)({ ...request, body: other }).accepted).toBe(false);
      }),
    );
  });
});
