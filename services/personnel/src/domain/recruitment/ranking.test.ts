import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, uuid } from '../../../test/builders.ts';
import { workerId } from '../ids.ts';
import { CANDIDATE_RANKS } from '../posting/candidate.ts';
import { type Ranked, ranking, reasonOf } from './ranking.ts';

const applicant = (number: number, facts: Partial<Ranked> = {}): Ranked => ({
  workerId: workerId(`wkr_${uuid(number)}`),
  rank: 'LOCAL',
  preferredEducation: true,
  score: null,
  appliedOn: day('2026-11-10'),
  ...facts,
});

const placesOf = (...applicants: readonly Ranked[]) =>
  ranking(applicants).map(({ workerId: id, criterion }) => [Number(id.slice(-2)), criterion]);

describe('PER-5 the ranking of applicants', () => {
  it('goes by precedence, then education (PER-6), then score, then the day of application', () => {
    expect(
      placesOf(
        applicant(1, { preferredEducation: false, score: 100 }),
        applicant(2, { score: 70, appliedOn: day('2026-11-12') }),
        applicant(3, { score: 70 }),
        applicant(4, { score: 80 }),
        applicant(5, { rank: 'CERTIFIED_LOCAL' }),
        applicant(6),
      ),
    ).toEqual([
      [5, 'PRECEDENCE'],
      [4, 'PRECEDENCE'],
      [3, 'SCORE'],
      [2, 'APPLIED_EARLIER'],
      [6, 'SCORE'],
      [1, 'EDUCATION'],
    ]);
  });

  it('says in words why a place is whose it is', () => {
    const [first] = ranking([applicant(1, { rank: 'CERTIFIED_LOCAL' })]);

    expect(first && reasonOf(first, null)).toMatchObject({
      rule: 'PER-5',
      en: 'By precedence: certified and local.',
    });
  });

  it('places everybody once, and nobody certified and local behind somebody who is not', () => {
    const facts = fc.record({
      rank: fc.constantFrom(...CANDIDATE_RANKS),
      preferredEducation: fc.boolean(),
      score: fc.option(fc.integer({ min: 0, max: 100 })),
    });
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), (many) => {
        const ranked = ranking(many.map((each, at) => applicant(at + 1, each)));

        expect(ranked.map(({ place }) => place)).toEqual(many.map((_each, at) => at + 1));
        const ranks = ranked.map(({ rank }) => CANDIDATE_RANKS.indexOf(rank));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });
});
