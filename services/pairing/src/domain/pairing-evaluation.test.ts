import { describe, expect, it } from 'vitest';
import { anActivePairing, aPairingInEvaluation, TODAY } from '../../test/builders.ts';
import { AN_EVALUATION_ID, aRecord, day } from '../../test/work-builders.ts';
import { barsAgencyIn, evaluatePairing, type Verdict } from './pairing-evaluation.ts';

const verdict = (changed: Partial<Verdict> = {}): Verdict => ({
  kind: 'ANNUAL',
  evaluator: '演示评估中心',
  evaluatorAgencyId: null,
  score: 55.5,
  grade: 'UNQUALIFIED',
  opinion: '演示',
  evaluatedOn: day('2026-06-20'),
  ...changed,
});
const facts = { record: aRecord(), today: TODAY };
const evaluate = (changed: Partial<Verdict> = {}, pairing = anActivePairing()) =>
  evaluatePairing(AN_EVALUATION_ID, pairing, verdict(changed), facts);

describe('evaluating a pairing', () => {
  it('keeps score, grade and opinion, and the year of its day', () => {
    expect(evaluate().state).toMatchObject({ kind: 'ANNUAL', year: 2026, score: 55.5, grade: 'UNQUALIFIED' });
  });

  it.each([-1, 100.1, 50.55, Number.NaN])('refuses a score of %s', (score) => {
    expect(() => evaluate({ score })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('is final only in the final evaluation', () => {
    expect(() => evaluate({ kind: 'FINAL' })).toThrow(
      expect.objectContaining({ code: 'PAIRING_NOT_IN_FINAL_EVALUATION' }),
    );
    const final = evaluatePairing(
      AN_EVALUATION_ID,
      aPairingInEvaluation(),
      verdict({ kind: 'FINAL' }),
      facts,
    );
    expect(final.events).toHaveLength(1);
  });
});

describe('PAIR-13: the grade of last year', () => {
  it.each([
    ['ANNUAL', 'UNQUALIFIED', 2027],
    ['MID_TERM', 'UNQUALIFIED', null],
    ['ANNUAL', 'BARELY_QUALIFIED', null],
  ] as const)('%s %s bars the agency in %s', (kind, grade, year) => {
    expect(barsAgencyIn(evaluate({ kind, grade }).state)).toBe(year);
  });
});
