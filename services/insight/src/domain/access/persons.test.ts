import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '../dataset/datasets.ts';
import { told } from '../question/groups.ts';
import { testsIn } from '../question/question.ts';
import { readGroups } from '../question/read-question.ts';
import { aroundPersons, personalIn, refuseFinePersons } from './persons.ts';

const workers = datasetOf('worker');
const records = datasetOf('serviceRecord');
const byResidence = readGroups(workers, { by: ['COUNTY', 'LOCAL_RESIDENT'], measures: [{ kind: 'COUNT' }] });

const counted = (key: string, persons: number) => ({
  keys: [key],
  values: [persons],
  numerator: null,
  denominator: persons,
  persons,
});

/** What an attacker learns of a number that is told in steps of five: between which it lies. */
const between = (shown: number | null): readonly [number, number] =>
  shown === null ? [1, 4] : [Math.max(shown - 2, 0), shown + 2];

describe('a group of fewer than five persons', () => {
  it('is not told, nor is a share of or but for so few', () => {
    const share = readGroups(workers, {
      by: ['COUNTY'],
      measures: [{ kind: 'SHARE', where: { localResident: { eq: true } } }],
    });
    const shares = [3, 8, 17].map((numerator, at) => ({
      ...counted(`${at}`, 20),
      values: [numerator / 20],
      numerator,
    }));

    expect(told([counted('a', 4), counted('b', 5)], byResidence, []).map(({ values }) => values)).toEqual([
      [null],
      [5],
    ]);
    expect(told(shares, share, []).map(({ suppressed }) => suppressed)).toEqual([true, false, true]);
  });

  it('is not told as a part of a larger one, by whichever measure', () => {
    const ofLocals = { localResident: { eq: true } };
    const asked = readGroups(workers, {
      by: ['COUNTY'],
      measures: [
        { kind: 'SHARE', where: { certified: { eq: true } } },
        { kind: 'SHARE', where: ofLocals },
        { kind: 'COUNT', where: ofLocals },
      ],
    });
    const counts = (certified: number, locals: number) => ({
      ...counted(`${certified} ${locals}`, 20),
      values: [certified / 20, locals / 20, locals],
      numerator: certified,
    });
    const shown = told([counts(10, 5), counts(10, 3), counts(10, 17), counts(2, 10)], asked, []);

    expect(shown.map(({ keys, values }) => [keys[0], ...values])).toEqual([
      ['10 17', null, null, null],
      ['10 3', null, null, null],
      ['10 5', 0.5, 0.25, 5],
      ['2 10', null, null, null],
    ]);
  });

  it('cannot be had as the difference of others', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(cells, fc.nat(), (sizes, pick) => {
        const few = 1 + (pick % 4);
        const all = [...sizes, few];
        const total = all.reduce((sum, size) => sum + size, 0);
        const shown = told(
          [...sizes.map((size, at) => counted(`${at}`, size)), counted('total', total)],
          byResidence,
          [],
        );
        const known = new Map(shown.map(({ keys, values }) => [keys[0], between(values[0] ?? null)]));
        const [least, most] = known.get('total') ?? [0, 0];
        const others = sizes.map((_size, at) => known.get(`${at}`) ?? [0, 0]);
        const lowest = least - others.reduce((sum, [, high]) => sum + high, 0);
        const highest = most - others.reduce((sum, [low]) => sum + low, 0);

        // Whatever is subtracted from whatever, more than one number of persons stays possible.
        expect(highest - lowest).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 200 },
    );
  });

  it('cannot be had from a number that is told exactly, by the part that it leaves', () => {
    const share = readGroups(workers, {
      by: ['COUNTY'],
      measures: [{ kind: 'COUNT' }, { kind: 'COUNT', where: { certified: { eq: true } } }],
      where: { localResident: { eq: false } },
    });
    const whole = (persons: number, certified: number) => ({
      ...counted('a', persons),
      values: [persons, certified],
    });
    const shown = (local: number, all: number) => {
      const groups = [local, all - local].map((persons, at) => ({
        ...counted('a', persons),
        keys: ['a', `${at}`],
      }));
      return JSON.stringify(told(groups, byResidence, [counted('a', all)]));
    };

    expect(told([whole(17, 9)], share, [whole(21, 12)])[0]?.suppressed).toBe(true);
    expect(told([whole(17, 9)], share, [whole(30, 12)])[0]?.suppressed).toBe(true);
    expect(told([whole(17, 9)], share, [whole(30, 15)])[0]?.suppressed).toBe(false);
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60 }), fc.nat(), (all, pick) => {
        const local = 1 + (pick % (all - 1));
        const parts = Array.from({ length: all - 1 }, (_each, at) => at + 1);
        const isSmall = (part: number): boolean => Math.min(part, all - part) < 5;
        const alike = parts.filter((other) => shown(other, all) === shown(local, all));

        // Who knows how many there are in all cannot tell a small part from any other small one.
        expect(alike.filter(isSmall)).toEqual(isSmall(local) ? parts.filter(isSmall) : []);
      }),
      { numRuns: 200 },
    );
  });

  it('is neither ordered nor picked by what it is', () => {
    const ordered = readGroups(workers, {
      by: ['LOCAL_RESIDENT'],
      measures: [{ kind: 'COUNT' }],
      having: [{ gte: 6 }],
      orderBy: [{ measure: 0, direction: 'DESC' }],
    });

    expect(told([counted('a', 4), counted('b', 7), counted('c', 6)], ordered, [])).toEqual([]);
  });
});

describe('what stands around a question about persons', () => {
  it('is the same without what it says of them', () => {
    const asked = readGroups(workers, {
      by: ['COUNTY', 'LOCAL_RESIDENT'],
      measures: [{ kind: 'SHARE', where: { localResident: { eq: true }, certified: { eq: true } } }],
      where: { localResident: { eq: true }, level: { in: ['SENIOR'] } },
    });
    const { by, where, measures } = aroundPersons(asked);

    expect(by.map(({ name }) => name)).toEqual(['COUNTY']);
    expect(testsIn(where).map(({ field }) => field)).toEqual(['level']);
    expect(
      measures.map((each) => [each.kind, testsIn(each.where ?? where).map(({ field }) => field)]),
    ).toEqual([['COUNT', ['certified']]]);
  });
});

describe('a question about persons', () => {
  const refused = (given: object): unknown => {
    const question = readGroups(records, { by: [], measures: [{ kind: 'COUNT' }], ...given });
    const field = personalIn(question);
    try {
      if (field !== null) refuseFinePersons(question, field);
      return null;
    } catch (error) {
      return (error as { code?: unknown }).code;
    }
  };

  it.each([
    [{ by: ['TOWNSHIP', 'BENEFICIARY_GROUP'] }],
    [{ by: ['STATION_ID', 'BENEFICIARY_GROUP'] }],
    [{ by: ['BENEFICIARY_GROUP'], where: { servedOn: { gte: '2026-05-01' } } }],
    [{ by: ['BENEFICIARY_GROUP'], where: { regionCode: { within: '420581100' } } }],
    [{ where: { beneficiaryGroup: { in: ['ORPHAN'] }, stationId: { in: ['sta_1'] } } }],
    [{ by: ['BENEFICIARY_GROUP'], measures: [{ kind: 'MAX', of: 'PERSONS' }] }],
    [{ measures: [{ kind: 'COUNT', where: { beneficiaryGroup: { isMissing: true } } }] }],
    [{ where: { or: [{ beneficiaryGroup: { in: ['ORPHAN'] } }, { regionCode: { within: '420582' } }] } }],
    [{ where: { not: { beneficiaryGroup: { in: ['ORPHAN'] }, regionCode: { within: '420582' } } } }],
    [
      {
        measures: [
          {
            kind: 'COUNT',
            where: { or: [{ beneficiaryGroup: { eq: 'ORPHAN' } }, { method: { eq: 'CASE' } }] },
          },
        ],
      },
    ],
  ])('is refused as too fine: %j', (given) => {
    expect(refused(given)).toBe('INSIGHT_PERSONS_ONLY_COUNTED');
  });

  it.each([
    [{ by: ['COUNTY', 'BENEFICIARY_GROUP', 'SERVED_ON_YEAR'], measures: [{ kind: 'SUM', of: 'PERSONS' }] }],
    [{ by: ['STATION_ID', 'SERVED_ON_MONTH'], measures: [{ kind: 'SUM', of: 'PERSONS' }] }],
    [{ where: { beneficiaryGroup: { in: ['ORPHAN'] }, regionCode: { within: '420500' } } }],
    [
      {
        where: {
          and: [{ not: { beneficiaryGroup: { in: ['ORPHAN'] } } }, { or: [{ method: { eq: 'CASE' } }] }],
        },
      },
    ],
  ])('is answered: %j', (given) => {
    expect(refused(given)).toBeNull();
  });
});
