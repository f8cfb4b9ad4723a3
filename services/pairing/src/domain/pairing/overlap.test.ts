import { calendarDate } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aMatchedPairing, anAgencyId, aPairingId, TODAY } from '../../../test/builders.ts';
import { refuseOverlap } from './overlap.ts';
import type { Pairing } from './pairing.ts';

const [kept, dropped, other] = [1, 2, 3].map(anAgencyId) as [never, never, never];
const of = (serial: number, changes: Partial<Pairing>): Pairing =>
  ({
    ...aMatchedPairing(),
    id: aPairingId(serial),
    pairNo: `演示-${serial}`,
    signedOn: calendarDate('2026-02-01'),
    ...changes,
  }) as Pairing;
const ours = of(1, { dispatchingAgencyId: kept, recipientAgencyId: other });
const theirs = (changes: Partial<Pairing> = {}) =>
  of(2, { dispatchingAgencyId: dropped, recipientAgencyId: anAgencyId(4), ...changes });
const merging =
  (...pairings: readonly Pairing[]) =>
  () => {
    refuseOverlap(pairings, kept, dropped);
  };

const overlap = expect.objectContaining({ code: 'AGENCIES_OVERLAP' });

describe('PAIR-1, PAIR-14: what two entries of one agency did', () => {
  it.each([
    ['in another year', { cycleYear: 2027 }],
    ['on the other side', { dispatchingAgencyId: other, recipientAgencyId: dropped }],
    ['that was struck out', { struck: { on: TODAY, reason: '演示' as never } }],
    [
      'that had ended before',
      { signedOn: calendarDate('2026-01-05'), terminatedOn: calendarDate('2026-02-01') },
    ],
  ])('may be a pairing %s', (_what, changes) => {
    expect(merging(ours, theirs(changes))).not.toThrow();
  });

  it('is no pairing of the same role, year and days', () => {
    expect(merging(ours, theirs())).toThrow(overlap);
    expect(merging(ours, theirs({ terminatedOn: calendarDate('2026-03-01') }))).toThrow(overlap);
  });

  it('is no pairing with each other', () => {
    expect(merging(of(1, { dispatchingAgencyId: kept, recipientAgencyId: dropped }))).toThrow(overlap);
  });
});
