import { fen } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { budgetNotFound, budgetShareAboveCap } from './errors.ts';
import { ledgerCapBroken } from '../reference/errors.ts';
import { breachIn } from './cap-breach.ts';

describe('FUN-1 a breach of the cap', () => {
  it.each([
    [
      'a budget above it',
      budgetShareAboveCap({ capFen: '150', askedFen: '151', baseFen: '5000', capPercent: 3 }),
      { askedFen: fen(151n), capFen: fen(150n) },
    ],
    [
      'a journal above it',
      ledgerCapBroken({ capFen: '150', askedFen: '151' }),
      { askedFen: fen(151n), capFen: fen(150n) },
    ],
    ['another refusal', budgetNotFound({ id: 'bud_1' }), null],
    ['a fault', new Error('askedFen'), null],
  ])('is read from its refusal: %s', (_which, error, breach) => {
    expect(breachIn(error)).toEqual(breach);
  });
});
