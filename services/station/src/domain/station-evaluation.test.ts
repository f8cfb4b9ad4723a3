import { publicText } from '@qianshou/kernel';
import { describe, expect, it } from 'vitest';
import {
  anId,
  anOperatingStation,
  aPlannedStation,
  aRectifyingStation,
  day,
  TODAY,
} from '../../test/builders.ts';
import { barsOperatorIn, gradeOf, recordEvaluation } from './station-evaluation.ts';
import { gradeStation } from './station-grade.ts';
import { DEFAULT_STATION_RULES } from './station-rules.ts';
import type { Station } from './station.ts';

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
    const graded = gradeStation(anOperatingStation(), evaluated(95), facts).state;
    const older = evaluated(10, { evaluatedOn: day('2026-05-01') });

    expect(gradeStation(graded, older, facts).events).toEqual([]);
  });
});
