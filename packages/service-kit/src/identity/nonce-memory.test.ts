import { describe, expect, it } from 'vitest';
import { nonceMemory } from './nonce-memory.ts';
import { SIGNATURE_WINDOW } from './signature.ts';

const NOW = 1_795_000_000_000;

describe('the memory of nonces', () => {
  it('knows a nonce again until its signature is too old to be sent', () => {
    const nonces = nonceMemory();

    nonces.admit('n1', NOW, NOW);

    expect(nonces.admit('n1', NOW, NOW + SIGNATURE_WINDOW)).toBe('SEEN');
  });

  it('forgets what can no longer be sent', () => {
    const nonces = nonceMemory();
    for (let at = 0; at < 1_000; at += 1) nonces.admit(`n${at}`, NOW + at, NOW + at);

    nonces.admit('later', NOW + 60_000, NOW + 60_000);

    expect(nonces.size()).toBe(1);
  });

  it('takes new ones again after it was full', () => {
    const nonces = nonceMemory(1);

    const verdicts = [NOW, NOW + 1, NOW + 60_000].map((at) => nonces.admit(`n${at}`, at, at));

    expect(verdicts).toEqual(['NEW', 'FULL', 'NEW']);
  });
});
