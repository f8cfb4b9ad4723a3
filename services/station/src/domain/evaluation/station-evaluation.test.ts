import { gradeOf, publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  anId,
  anOperatingStation,
  aPlannedStation,
  aRectifyingStation,
  day,
  OPERATOR_ID,
  TODAY,
} from '../../../test/builders.ts';
import { barsOperatorIn, recordEvaluation } from './station-evaluation.ts';
import { correctEvaluation, strikeEvaluation } from './evaluation-correction.ts';
import { gradeStation, liftRectification, regradeStation } from './station-grade.ts';
import { DEFAULT_STATION_RULES } from '../county/station-rules.ts';
import type { Station } from '../station/station.ts';

const { grades } = DEFAULT_STATION_RULES;
const withCode = (code: string) => expect.objectContaining({ code });
const input = {
  id: anId('sev', 1),
  year: 2026,
  kind: 'ANNUAL',
  score: 80,
  evaluator: publicText('演示评估机构', 'evaluator'),
  opinion: null,
  evaluatedOn: TODAY,
} as const;
const evaluated = (score: number, changes = {}, station: Station = anOperatingStation()) =>
  recordEvaluation({ ...input, score, ...changes }, station, { grades, today: TODAY }).state;
const facts = { planDays: 15, today: TODAY };

describe('STA-13 the grade of a score', () => {
  it.each([
    [100, 'EXCELLENT'],
    [90, 'EXCELLENT'],
    [89.9, 'GOOD'],
    [75, 'GOOD'],
    [74.9, 'BARELY_QUALIFIED'],
    [60, 'BARELY_QUALIFIED'],
    [59.9, 'UNQUALIFIED'],
    [0, 'UNQUALIFIED'],
  ] as const)('%s is %s by the default thresholds', (score, grade) => {
    expect(gradeOf(score, grades)).toBe(grade);
  });

  it('bars the operator from the next year only when unqualified', () => {
    expect([evaluated(59), evaluated(60)].map(barsOperatorIn)).toEqual([2027, null]);
  });
});

describe('evaluating a station', () => {
  it.each([-1, 100.5, 80.55, Number.NaN])('refuses a score of %s', (score) => {
    expect(() => evaluated(score)).toThrow(withCode('BAD_USER_INPUT'));
  });

  it('refuses a year to come, a day to come and a station that never opened', () => {
    expect(() => evaluated(80, { year: 2027 })).toThrow(withCode('BAD_USER_INPUT'));
    expect(() => evaluated(80, { evaluatedOn: day('2026-05-21') })).toThrow(withCode('DATE_IN_FUTURE'));
    expect(() => evaluated(80, {}, aPlannedStation())).toThrow(withCode('STATION_STATUS_WRONG'));
  });

  it('lists it in its unit and every region above', () => {
    expect(evaluated(80).regions).toEqual(['420581104', '420581', '420500', '420000', '000000']);
  });
});

describe('STA-13 what follows from a grade', () => {
  it('barely qualified: an operating station must rectify', () => {
    const { state, events } = gradeStation(anOperatingStation(), evaluated(65), facts);

    expect(state).toMatchObject({ status: 'RECTIFYING', gradedBy: { grade: 'BARELY_QUALIFIED' } });
    expect(events.map(({ type }) => type)).toEqual(['station.graded', 'station.rectificationOrdered']);
  });

  it.each([
    [80, anOperatingStation()],
    [30, anOperatingStation()],
    [65, aRectifyingStation()],
  ])('%s points of a station that is $status: nothing more', (score, station) => {
    const { state, events } = gradeStation(station, evaluated(score), facts);

    expect(state.status).toBe(station.status);
    expect(events).toMatchObject([{ type: 'station.graded', from: null }]);
  });

  it('of an earlier day, entered late: nothing at all', () => {
    const opened = anOperatingStation({ openedOn: day('2026-03-01') });
    const graded = gradeStation(opened, evaluated(95), facts).state;
    const older = evaluated(10, { evaluatedOn: day('2026-05-01') }, opened);

    expect(gradeStation(graded, older, facts).events).toEqual([]);
  });

  it('of an earlier year, entered today: nothing of this year, whatever its day', () => {
    const opened = anOperatingStation({ openedOn: day('2023-03-01') });
    const graded = gradeStation(opened, evaluated(95, {}, opened), facts).state;
    const of2024 = evaluated(10, { year: 2024, id: anId('sev', 2) }, opened);

    expect(gradeStation(graded, of2024, facts).events).toEqual([]);
    expect(barsOperatorIn(of2024)).toBe(2025);
  });

  it('of years ago and alone, is the grade, but orders no rectification today', () => {
    const opened = anOperatingStation({ openedOn: day('2023-03-01') });

    const { state } = gradeStation(opened, evaluated(65, { year: 2024 }, opened), facts);

    expect(state).toMatchObject({
      status: 'OPERATING',
      gradedBy: { year: 2024 },
      annualGrade: { year: 2024 },
    });
  });

  it('of another kind, leaves the annual grade that STA-13 follows, and bars nobody', () => {
    const annual = gradeStation(anOperatingStation(), evaluated(80), facts).state;
    const special = evaluated(20, { kind: 'SPECIAL', id: anId('sev', 2) });

    const { state } = gradeStation(annual, special, facts);

    expect(state).toMatchObject({ gradedBy: { kind: 'SPECIAL' }, annualGrade: { score: 80 } });
    expect(barsOperatorIn(special)).toBeNull();
  });

  it('is refused before the station opened, by its day and by its year', () => {
    const opened = anOperatingStation({ openedOn: day('2026-02-01') });

    expect(() => evaluated(80, { evaluatedOn: day('2026-01-31') }, opened)).toThrow(
      withCode('DATES_OUT_OF_ORDER'),
    );
    expect(() => evaluated(80, { year: 2025 }, opened)).toThrow(withCode('BAD_USER_INPUT'));
  });
});

describe('an evaluation that was recorded wrongly', () => {
  const reason = publicText('演示:录入错误', 'reason');
  const why = { reason, evidence: null };
  const graded = (score: number) => {
    const evaluation = evaluated(score);
    return { evaluation, station: gradeStation(anOperatingStation(), evaluation, facts).state };
  };

  it('is struck out once, bars nobody, and leaves the station as if it had never been', () => {
    const { evaluation, station } = graded(65);

    const { state, events } = strikeEvaluation(evaluation, why, TODAY);
    const lifted = liftRectification(station, state, TODAY);
    const regraded = regradeStation(lifted.state, [], facts);

    expect(events).toEqual([{ type: 'evaluation.struck', barredIn: null }]);
    expect(barsOperatorIn({ ...state, grade: 'UNQUALIFIED' })).toBeNull();
    expect(lifted.events).toMatchObject([{ type: 'station.rectified', lifted: true }]);
    expect(regraded.state).toMatchObject({ status: 'OPERATING', gradedBy: null, annualGrade: null });
    expect(regraded.events).toMatchObject([
      { type: 'station.graded', from: 'BARELY_QUALIFIED', to: null, evaluationId: evaluation.id },
    ]);
    expect(() => strikeEvaluation(state, why, TODAY)).toThrow(withCode('STATION_EVALUATION_STRUCK'));
  });

  it('is corrected: its grade follows the right score, what stood before is kept', () => {
    const { evaluation, station } = graded(20);
    const right = { ...why, station: anOperatingStation(), grades, today: TODAY };

    const { state, events } = correctEvaluation(evaluation, { score: 92 }, right);
    const regraded = regradeStation(station, [state], facts);

    expect(state).toMatchObject({ grade: 'EXCELLENT', corrections: [{ score: 20, grade: 'UNQUALIFIED' }] });
    expect(events).toEqual([{ type: 'evaluation.corrected', barredIn: 2027 }]);
    expect(barsOperatorIn(state)).toBeNull();
    expect(regraded.events).toMatchObject([{ from: 'UNQUALIFIED', to: 'EXCELLENT' }]);
  });

  it('is not corrected to what it says already', () => {
    const same = { ...why, station: anOperatingStation(), grades, today: TODAY };

    for (const corrected of [{}, { score: 20 }])
      expect(() => correctEvaluation(graded(20).evaluation, corrected, same)).toThrow(
        withCode('CORRECTED_TO_THE_SAME'),
      );
  });

  it('is not corrected to a year for which another operator answers', () => {
    const before = { operatorAgencyId: OPERATOR_ID, operationMode: 'PURCHASED' } as const;
    const change = { from: day('2026-02-01'), reason, handOver: [publicText('钥匙', 'handOver')], before };
    const station = anOperatingStation({
      openedOn: day('2024-01-01'),
      operatorAgencyId: anId('agy', 2),
      operatorChanges: [change],
    });
    const right = { ...why, station, grades, today: TODAY };
    const of2026 = evaluated(20, {}, station);

    expect(() => correctEvaluation(of2026, { year: 2025 }, right)).toThrow(
      withCode('STATION_EVALUATION_OF_OTHER_OPERATOR'),
    );
    expect(() => correctEvaluation(of2026, { evaluatedOn: day('2026-01-31') }, right)).toThrow(
      withCode('STATION_EVALUATION_OF_OTHER_OPERATOR'),
    );
    expect(correctEvaluation(of2026, { evaluatedOn: day('2026-02-01') }, right).state).toMatchObject({
      operatorAgencyId: anId('agy', 2),
    });
  });

  it('corrected to barely qualified, sends the station into rectification', () => {
    const { evaluation, station } = graded(92);
    const right = { ...why, station: anOperatingStation(), grades, today: TODAY };
    const { state } = correctEvaluation(evaluation, { score: 65 }, right);

    expect(regradeStation(station, [state], facts).state.status).toBe('RECTIFYING');
  });

  it('leaves the grade to those that stand', () => {
    const { station } = graded(20);
    const other = evaluated(80, { kind: 'MID_TERM', id: anId('sev', 2), evaluatedOn: TODAY });

    expect(regradeStation(station, [other], facts).state).toMatchObject({
      gradedBy: { kind: 'MID_TERM' },
      annualGrade: null,
    });
  });
});
