import { defineError } from '@qianshou/kernel';
import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { refusalOfTaken } from './taken.ts';

const dayTaken = defineError({
  kind: 'CONFLICT',
  code: 'DAY_TAKEN',
  en: 'A policy begins on {validFrom} already.',
  zh: '已有自 {validFrom} 起生效的政策。',
});

const state = { id: 'pol_1', validFrom: '2026-01-01', countyCode: '420581', searchKey: 'x' };
const taken = new mongo.MongoServerError({ code: 11000, keyPattern: { 'terms.countyCode': 1 } });
const unique = { 'terms.countyCode': dayTaken };

describe('what a unique index refuses', () => {
  it('is told by what the record says, without a name of the database', () => {
    const refusal = refusalOfTaken(taken, unique, state);

    expect(refusal).toMatchObject({
      code: 'DAY_TAKEN',
      message: 'A policy begins on 2026-01-01 already.',
      details: { validFrom: '2026-01-01' },
    });
    expect(JSON.stringify(refusal)).not.toContain('countyCode');
  });

  it('is told without facts where many records were saved at once', () => {
    expect(refusalOfTaken(taken, unique, null)).toMatchObject({ code: 'DAY_TAKEN', details: {} });
  });

  it('stays the fault that it is where it stands for no rule', () => {
    expect(refusalOfTaken(taken, {}, state)).toBe(taken);
  });
});
