import type { Actor } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { noteCaller } from './note-caller.ts';

const BEGIN = new Date('2026-03-01T00:00:00Z').getTime();

const holding = (issuedAt: number): Actor => ({
  subject: 'partner|noted',
  grants: [],
  token: { issuedAt, expiresAt: issuedAt + 3_600 },
});

const noting = () => {
  const confirmed: number[] = [];
  let minutes = 0;
  const note = noteCaller({
    standings: {
      findMany: async () => [],
      confirm: async ({ issuedAt }) => void confirmed.push(issuedAt),
      withdraw: () => Promise.reject(new Error('not asked for')),
      restore: async () => null,
    },
    clock: { now: () => new Date(BEGIN + minutes * 60_000) },
  });
  return { note, confirmed, later: (by: number) => void (minutes += by) };
};

describe('noteCaller', () => {
  it('writes once for two tokens that are used in turn', async () => {
    const { note, confirmed } = noting();

    for (const issuedAt of [200, 100, 200, 100]) await note(holding(issuedAt));

    expect(confirmed).toEqual([200]);
  });

  it('writes a later token at once, and the same one again after ten minutes', async () => {
    const { note, confirmed, later } = noting();

    await note(holding(100));
    await note(holding(200));
    later(10);
    await note(holding(200));

    expect(confirmed).toEqual([100, 200, 200]);
  });
});
