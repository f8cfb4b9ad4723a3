import { DEFAULT_GRADES, grounds } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import { aCompletedPairing, anActivePairing, aPairingInEvaluation, TODAY } from '../../../test/builders.ts';
import { AN_EVALUATION_ID, aRecord, day } from '../../../test/work-builders.ts';
import { correctEvaluation, strikeEvaluation } from './evaluation-correction.ts';
import { barsAgencyIn, evaluatePairing, PAIRING_GRADES, type Verdict } from './pairing-evaluation.ts';

const verdict = (changed: Partial<Verdict> = {}): Verdict => ({
  kind: 'ANNUAL',
  evaluator: '演示评估中心',
  evaluatorAgencyId: null,
  score: 55.5,
  grade: null,
  opinion: '演示',
  evaluatedOn: day('2026-06-20'),
  ...changed,
});
const facts = { record: aRecord(), grades: DEFAULT_GRADES, today: TODAY };
const evaluate = (changed: Partial<Verdict> = {}, pairing = anActivePairing()) =>
  evaluatePairing(AN_EVALUATION_ID, pairing, verdict(changed), facts);

describe('evaluating a pairing', () => {
  it('keeps score, grade and opinion, and the year of its day', () => {
    expect(evaluate().state).toMatchObject({ kind: 'ANNUAL', year: 2026, score: 55.5, grade: 'UNQUALIFIED' });
  });

  it.each([-1, 100.1, 50.55, Number.NaN])('refuses a score of %s', (score) => {
    expect(() => evaluate({ score })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it.each([
    [90, 'EXCELLENT'],
    [89.9, 'GOOD'],
    [75, 'GOOD'],
    [60, 'BARELY_QUALIFIED'],
    [59.9, 'UNQUALIFIED'],
  ] as const)('gives %s points the grade %s, and none that contradicts them', (score, grade) => {
    expect(evaluate({ score }).state.grade).toBe(grade);
    expect(evaluate({ score, grade }).state.grade).toBe(grade);
    for (const other of PAIRING_GRADES.filter((each) => each !== grade))
      expect(() => evaluate({ score, grade: other })).toThrow(
        expect.objectContaining({ code: 'PAIRING_GRADE_CONTRADICTS' }),
      );
  });

  it('goes by the thresholds of its scheme', () => {
    const strict = { ...facts, grades: { excellent: 95, good: 85, barelyQualified: 70 } };
    const { state } = evaluatePairing(AN_EVALUATION_ID, anActivePairing(), verdict({ score: 69 }), strict);

    expect(state.grade).toBe('UNQUALIFIED');
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
    ['ANNUAL', 'UNQUALIFIED', 40, 2027],
    ['MID_TERM', 'UNQUALIFIED', 40, null],
    ['ANNUAL', 'BARELY_QUALIFIED', 66, null],
  ] as const)('%s %s bars the agency in %s', (kind, grade, score, year) => {
    expect(barsAgencyIn(evaluate({ kind, grade, score }).state)).toBe(year);
  });
});

describe('an evaluation that was recorded wrongly', () => {
  const reason = '演示:录入错误';

  it('is struck out once, and bars nobody any more', () => {
    const { state, events } = strikeEvaluation(evaluate().state, anActivePairing(), { reason, today: TODAY });

    expect(events).toEqual([{ type: 'pairing.evaluation-struck', evaluationId: AN_EVALUATION_ID }]);
    expect(barsAgencyIn(state)).toBeNull();
    expect(() => strikeEvaluation(state, anActivePairing(), { reason, today: TODAY })).toThrow(
      expect.objectContaining({ code: 'PAIRING_EVALUATION_STRUCK' }),
    );
  });

  it('is not struck out where a completion rests on it (PAIR-12)', () => {
    const { state } = evaluate({ kind: 'FINAL' }, aPairingInEvaluation() as never);

    expect(() => strikeEvaluation(state, aCompletedPairing(), { reason, today: TODAY })).toThrow(
      expect.objectContaining({ code: 'PAIRING_EVALUATION_CARRIES_COMPLETION' }),
    );
  });

  it('is corrected: the grade follows, what stood before is kept', () => {
    const right = { ...grounds({ reason }), grades: DEFAULT_GRADES, today: TODAY };

    const { state, events } = correctEvaluation(evaluate().state, anActivePairing(), { score: 80 }, right);

    expect(state).toMatchObject({ score: 80, grade: 'GOOD', corrections: [{ score: 55.5, reason }] });
    expect(events).toMatchObject([{ before: { year: 2026, grade: 'UNQUALIFIED' } }]);
    expect(barsAgencyIn(state)).toBeNull();
  });

  it('is not corrected to what it says already', () => {
    const same = { ...grounds({ reason }), grades: DEFAULT_GRADES, today: TODAY };

    for (const corrected of [{}, { score: 55.5 }])
      expect(() => correctEvaluation(evaluate().state, anActivePairing(), corrected, same)).toThrow(
        expect.objectContaining({ code: 'CORRECTED_TO_THE_SAME' }),
      );
  });
});
