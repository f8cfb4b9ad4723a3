import { movedSupervision, ofYear, yearCounted } from './figures-of-years.ts';
import type { FigureDelta, Fold } from '@qianshou/service-kit/figures';

/** What each fact adds to its region and to everything above it. */
export const foldTrainingEvent: Fold<'training'> = (event) => {
  const { regionCode, figures } = contribution(event);
  if (regionCode === null) return [];
  if (event.type === 'qianshou.training.supervision-corrected.v1') {
    const inYears = movedSupervision(event.data).map((delta) => ({ regionCode, ...delta }));
    return [{ regionCode, figures }, ...inYears];
  }
  const period = yearCounted(event);
  return period === null
    ? [{ regionCode, figures }]
    : [
        { regionCode, figures },
        { regionCode, period, figures: ofYear(event, figures) },
      ];
};

type Event = Parameters<typeof foldTrainingEvent>[0];

interface Contribution extends Omit<FigureDelta, 'regionCode'> {
  readonly regionCode: FigureDelta['regionCode'] | null;
}

const NOTHING: Contribution = { regionCode: null, figures: {} };

function contribution({ type, data }: Event): Contribution {
  switch (type) {
    case 'qianshou.training.class-opened.v1':
      return { regionCode: data.regionCode, figures: { classesOpened: 1 } };
    case 'qianshou.training.enrolled.v1':
      return { regionCode: data.regionCode, figures: { enrolments: 1, waiting: data.waiting ? 1 : 0 } };
    case 'qianshou.training.seat-granted.v1':
      return { regionCode: data.regionCode, figures: { waiting: -1 } };
    case 'qianshou.training.withdrawn.v1':
    case 'qianshou.training.lapsed.v1':
      return data.previous === 'WAITING'
        ? { regionCode: data.regionCode, figures: { waiting: -1 } }
        : NOTHING;
    case 'qianshou.training.passed.v1':
      return { regionCode: data.regionCode, figures: { passed: 1, hours: data.hours } };
    case 'qianshou.training.certificate-cancelled.v1':
      // Told without its hours by builds of before, which took nothing back.
      return data.hours === undefined
        ? NOTHING
        : { regionCode: data.regionCode, figures: { passed: -1, hours: -data.hours } };
    case 'qianshou.training.make-up-held.v1':
      return data.outcome === 'PASSED' ? { regionCode: data.regionCode, figures: { failed: -1 } } : NOTHING;
    case 'qianshou.training.result-struck.v1':
      return { regionCode: data.regionCode, figures: without(data.before) };
    case 'qianshou.training.result-corrected.v1':
      return { regionCode: data.regionCode, figures: corrected(data) };
    case 'qianshou.training.supervision-held.v1':
      return { regionCode: data.regionCode, figures: { supervisions: 1, supervisionHours: data.hours } };
    case 'qianshou.training.supervision-struck.v1':
      return { regionCode: data.regionCode, figures: { supervisions: -1, supervisionHours: -data.hours } };
    case 'qianshou.training.supervision-corrected.v1':
      return { regionCode: data.regionCode, figures: { supervisionHours: data.hours - data.hoursBefore } };
    case 'qianshou.training.exam-outcome-recorded.v1':
      return { regionCode: data.regionCode, figures: examSums(data, data, 1) };
    case 'qianshou.training.exam-outcome-struck.v1':
      return { regionCode: data.regionCode, figures: examSums(data, data, -1) };
    case 'qianshou.training.exam-outcome-corrected.v1': {
      const before = { sat: data.satBefore, passed: data.passedBefore };
      const figures = sumOf(examSums(data, before, -1), examSums(data, data, 1));
      return { regionCode: data.regionCode, figures };
    }
    case 'qianshou.training.failed.v1':
      return {
        regionCode: data.regionCode,
        figures: data.result === 'ABSENT' ? { absent: 1 } : { failed: 1 },
      };
    default:
      return NOTHING;
  }
}

type Result = 'PASSED' | 'FAILED' | 'ABSENT';
type Sums = FigureDelta['figures'];

/** A pass and its hours come and go with the certificate. */
const COUNTED: Readonly<Record<Result, string | null>> = { PASSED: null, FAILED: 'failed', ABSENT: 'absent' };

function without(result: string): Sums {
  const name = COUNTED[result as Result] ?? null;
  return name === null ? {} : { [name]: -1 };
}

function corrected(data: { before: string; hoursBefore: number; result: string; hours: number }): Sums {
  const { before, result, hours, hoursBefore } = data;
  if (before === 'PASSED' && result === 'PASSED') return { hours: hours - hoursBefore };
  const name = COUNTED[result as Result] ?? null;
  if (before === result) return {};
  return { ...without(before), ...(name === null ? {} : { [name]: 1 }) };
}

interface Sitting {
  readonly examYear: number;
  readonly level: string;
}

/** TRA-5: by year and level, of those who sat it. */
function examSums(
  { examYear, level }: Sitting,
  { sat, passed }: { readonly sat: boolean; readonly passed: boolean },
  sign: 1 | -1,
): Record<string, number> {
  if (!sat) return {};
  const of = `${examYear}_${level}`;
  return { [`examSat_${of}`]: sign, ...(passed ? { [`examPassed_${of}`]: sign } : {}) };
}

function sumOf(one: Record<string, number>, other: Record<string, number>): Record<string, number> {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}
