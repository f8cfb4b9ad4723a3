import { expect, it } from 'vitest';
import { maskedNumber } from './masked-number.ts';

it('PER-16 shows of a number its last two characters, and how long it is', () => {
  expect(['PM-2026-001', '13900001234', 'X', ''].map(maskedNumber)).toEqual([
    '*********01',
    '*********34',
    'X',
    '',
  ]);
});
