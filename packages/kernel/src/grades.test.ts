import { describe, expect, it } from 'vitest';
import { DEFAULT_GRADES, gradeOf, requireGradesInOrder } from './grades.ts';

const refused = (field: string) =>
  expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ field }) });

describe('the grade of a score', () => {
  it.each([
    [100, 'EXCELLENT'],
    [90, 'EXCELLENT'],
    [89.9, 'GOOD'],
    [74.9, 'BARELY_QUALIFIED'],
    [59.9, 'UNQUALIFIED'],
    [0, 'UNQUALIFIED'],
  ] as const)('%s is %s by the default thresholds', (score, grade) => {
    expect(gradeOf(score, DEFAULT_GRADES)).toBe(grade);
  });

  it.each([-1, 100.5, 80.55, Number.NaN])('is none of %s', (score) => {
    expect(() => gradeOf(score, DEFAULT_GRADES)).toThrow(refused('score'));
  });
});

describe('thresholds of grades', () => {
  it.each([
    { excellent: 75, good: 75, barelyQualified: 60 },
    { excellent: 90, good: 60, barelyQualified: 75 },
    { excellent: 101, good: 75, barelyQualified: 60 },
    { excellent: 90, good: 75, barelyQualified: 0 },
    { excellent: 90, good: 75.5, barelyQualified: 60 },
  ])('are refused out of order or beyond the points: %j', (thresholds) => {
    expect(() => requireGradesInOrder(thresholds)).toThrow(refused('grades'));
  });

  it('are taken in their order', () => {
    expect(() => requireGradesInOrder(DEFAULT_GRADES)).not.toThrow();
  });
});
