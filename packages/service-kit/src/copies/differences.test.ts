import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences.ts';

const kept = { _id: 'agc_1', version: 1, status: 'ACTIVE', canOperate: true };
const differ = (told: Record<string, unknown> | null) =>
  differencesOf('agency', {
    id: 'agc_1',
    kept,
    ...(told === null ? {} : { told: { _id: 'agc_1', ...told } }),
  });

describe('what differs between a copy and its owner', () => {
  it('is named by field', () => {
    expect(differ({ version: 7, status: 'SUSPENDED', canOperate: true })).toEqual([
      { noun: 'agency', id: 'agc_1', field: 'status', kept: 'ACTIVE', told: 'SUSPENDED' },
    ]);
  });

  it('is the whole copy where the owner knows nothing of it', () => {
    expect(differ(null)).toMatchObject([{ field: null, kept: { status: 'ACTIVE' }, told: null }]);
  });

  it('is nothing where a set was heard in another order', () => {
    const of = (staff: readonly object[]) => ({ _id: 'sta_1', staff });
    const [a, b] = [
      { postingId: 'pst_1', workerId: 'wrk_1' },
      { workerId: 'wrk_2', postingId: 'pst_2' },
    ];

    expect(differencesOf('station', { id: 'sta_1', kept: of([a, b]), told: of([b, a]) })).toEqual([]);
  });
});
