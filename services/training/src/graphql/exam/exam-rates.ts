import { EXAM_LEVELS, type ExamLevel } from '../../domain/exam/exam-outcome.ts';

interface ExamRate {
  readonly examYear: number;
  readonly level: ExamLevel;
  readonly sat: number;
  readonly passed: number;
}

const SAT = /^examSat_(\d+)_([A-Z_]+)$/;

/** As the figures of a region keep it: by year, latest first, and level. */
export function examRates(figures: Readonly<Record<string, unknown>>): readonly ExamRate[] {
  return Object.entries(figures)
    .flatMap(([name, sat]) => {
      const [, year, raw] = SAT.exec(name) ?? [];
      const level = EXAM_LEVELS.find((each) => each === raw);
      if (year === undefined || level === undefined || Number(sat) === 0) return [];
      const passed = Number(figures[`examPassed_${year}_${level}`] ?? 0);
      return [{ examYear: Number(year), level, sat: Number(sat), passed }];
    })
    .toSorted(
      (a, b) => b.examYear - a.examYear || EXAM_LEVELS.indexOf(a.level) - EXAM_LEVELS.indexOf(b.level),
    );
}
