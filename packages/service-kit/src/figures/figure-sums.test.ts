import { randomUUIDv7 } from 'node:crypto';
import { type EventEnvelope, envelopeOf } from '@qianshou/events';
import type { RegionCode } from '@qianshou/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRolledUp, foldInto, nothingFolded, type Sums, total } from './figure-sums.ts';
import type { Fold } from './fold.ts';

const SCHEME_OPENED = 'qianshou.pairing.scheme-opened.v1';

const fold: Fold<'pairing'> = (event) =>
  event.type === SCHEME_OPENED
    ? [
        {
          regionCode: event.data.recipientProvinceCode,
          figures: { schemes: 1, quota: event.data.quota, fen: BigInt(event.data.quota) },
        },
      ]
    : [];

function schemeOpened(province: string, quota: number): EventEnvelope {
  return envelopeOf({
    id: randomUUIDv7(),
    time: new Date(),
    type: SCHEME_OPENED,
    aggregateId: 'sch_01900000-0000-7000-8000-000000000003',
    sequence: 1,
    regionCode: province,
    correlationId: 'test',
    data: {
      schemeId: 'sch_01900000-0000-7000-8000-000000000003',
      dispatchProvinceCode: '350000',
      recipientProvinceCode: province,
      mode: 'CROSS_PROVINCE',
      quota,
      year: 2026,
    },
  });
}

const events = fc.array(
  fc
    .tuple(fc.constantFrom('640000', '420000'), fc.integer({ min: 0, max: 50 }))
    .map(([province, quota]) => schemeOpened(province, quota)),
);

function summed(...batches: readonly (readonly EventEnvelope[])[]): Sums {
  const folded = nothingFolded();
  for (const batch of batches) foldInto(folded, fold, batch);
  return folded.sums;
}

/** How many objects of a month have a quota under ten: no sum of events. */
const small: Fold<'pairing'> = (event) =>
  fold(event).map(({ regionCode, figures }) => ({
    regionCode,
    period: '2026-01',
    subject: `sch_${regionCode}`,
    figures,
    ofSubject: { cells: 1 },
    rollUp: ({ quota = 0 }) => {
      const counts = { small: quota > 0 && quota < 10 ? 1 : 0 };
      return { inPeriod: counts, ever: counts };
    },
  }));

/** As the projector does it, batch by batch. */
function rolledUp(kept: Sums, batch: readonly EventEnvelope[]): Sums {
  const folded = nothingFolded();
  foldInto(folded, small, batch);
  for (const [key, rolling] of folded.rollUps) addRolledUp(folded.sums, key, rolling, kept.get(key) ?? {});
  const keys = new Set([...kept.keys(), ...folded.sums.keys()]);
  return new Map(
    [...keys].map((key) => [key, { ...total(kept.get(key) ?? {}, folded.sums.get(key) ?? {}) }]),
  );
}

const withoutZeros = (sums: Sums) =>
  [...sums]
    .flatMap(([key, figures]) => Object.entries(figures).map(([name, value]) => `${key} ${name} ${value}`))
    .filter((figure) => !figure.endsWith(' 0'))
    .toSorted();

describe('folding events into figures', () => {
  it('counts for the region and for everything above it', () => {
    const sums = summed([schemeOpened('640000', 5), schemeOpened('420000', 2)]);

    expect(sums.get('640000' as RegionCode)).toEqual({ schemes: 1, quota: 5, fen: 5n });
    expect(sums.get('000000' as RegionCode)).toEqual({ schemes: 2, quota: 7, fen: 7n });
  });

  it('comes to the same however the events are cut into batches', () => {
    fc.assert(
      fc.property(events, events, (first, second) => {
        expect(summed(first, second)).toEqual(summed([...first, ...second]));
      }),
    );
  });

  it('adds what an object comes to by a rule of its own, however the events are cut into batches', () => {
    fc.assert(
      fc.property(events, events, (first, second) => {
        const inTwo = rolledUp(rolledUp(new Map(), first), second);

        expect(withoutZeros(inTwo)).toEqual(withoutZeros(rolledUp(new Map(), [...first, ...second])));
      }),
    );
  });

  it('refuses a figure that is once a count and once an amount', () => {
    const mixed: Fold<'pairing'> = () => [
      { regionCode: '640000' as RegionCode, figures: { sum: 1 } },
      { regionCode: '640000' as RegionCode, figures: { sum: 1n } },
    ];

    expect(() => foldInto(nothingFolded(), mixed, [schemeOpened('640000', 1)])).toThrow(TypeError);
  });
});
