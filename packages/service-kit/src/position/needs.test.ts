import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNeeds, writeNeeds } from './needs.ts';

const number = fc.integer({ min: 0, max: 2 ** 47 });
const needs = fc.record({
  aggregates: fc.array(
    fc.record({
      aggregate: fc.constantFrom('station', 'village-room', 'pairing'),
      id: fc.stringMatching(/^[a-z]{3}_[\w-]{1,40}$/),
      version: number,
    }),
    { minLength: 1, maxLength: 20 },
  ),
  logs: fc.array(fc.record({ service: fc.constantFrom('station', 'funding'), epoch: number, seq: number }), {
    maxLength: 7,
  }),
  copies: fc.boolean(),
});

describe('x-qianshou-at-least between gateway and services', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(needs, (written) => {
        expect(readNeeds(writeNeeds(written))).toEqual(written);
      }),
    );
  });

  it.each([undefined, '', 'nonsense', 'station/sta_1', 'log/nobody@1.2', 'log/station@1'])(
    'asks for nothing: %s',
    (header) => expect(readNeeds(header)).toBeNull(),
  );
});
