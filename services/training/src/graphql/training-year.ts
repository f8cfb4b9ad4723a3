import { wholeWithin } from '@qianshou/kernel';
import { figureKey, type RegionFigures } from '@qianshou/service-kit/figures';
import { programmeId } from '../domain/ids.ts';
import { TRAINING_KINDS } from '../domain/programme/programme.ts';
import { publishedTraining } from '../domain/reference/published-training.ts';
import { sumOf } from '../domain/reference/sum-of.ts';
import type { Context } from './context.ts';
import type { TrainingOfProgrammeResolvers } from './generated/resolvers.ts';
import type { RegionStub } from './mappers.ts';

/** One document by key, whatever the region. */
export async function trainingFiguresOfYear(
  { code }: RegionStub,
  { year: asked }: { readonly year: number },
  { loaders, language }: Context,
) {
  const year = wholeWithin(asked, 'year', 2000, 2100);
  const kept = await loaders.figures.load(figureKey(code, String(year)));
  const count = counted(kept);
  const sums = (of: string | null) => sumsOf(kept, of);
  return {
    year,
    sums: sums(null),
    byKind: TRAINING_KINDS.filter((kind) => isCounted(kept, kind)).map((kind) => ({
      kind,
      sums: sums(kind),
    })),
    byProgramme: programmesIn(kept).map((id) => ({
      programmeId: programmeId(id),
      sums: sums(id),
    })),
    supervisions: count('supervisions'),
    supervisionHours: count('supervisionHours'),
    published: publishedTraining(code).map(({ regionCode, about, ...rest }) => ({
      ...rest,
      region: { code: regionCode },
      about: about[language],
    })),
    asOf: kept?.asOf ?? null,
  };
}

export const TrainingOfProgramme: TrainingOfProgrammeResolvers = {
  programme: ({ programmeId: id }, _args, { loaders }) => loaders.programme.load(id),
};

const COUNTED = ['classesOpened', 'enrolments', 'passed', 'failed', 'absent'] as const;

function isCounted(kept: RegionFigures | null, of: string): boolean {
  return COUNTED.some((name) => counted(kept)(sumOf(name, of)) !== 0);
}

function programmesIn(kept: RegionFigures | null): readonly string[] {
  const names = Object.keys(kept?.figures ?? {}).map((name) => name.split('@')[1] ?? '');
  const ids = new Set(names.filter((name) => name.startsWith('prg_')));
  return [...ids].filter((id) => isCounted(kept, id)).toSorted((a, b) => (a < b ? -1 : 1));
}

function sumsOf(kept: RegionFigures | null, of: string | null) {
  const count = (name: string): number => counted(kept)(of === null ? name : sumOf(name, of));
  const [passed, failed, absent] = [count('passed'), count('failed'), count('absent')];
  const people = passed + failed + absent;
  const rate = people === 0 ? null : passed / people;
  return {
    classesOpened: count('classesOpened'),
    enrolments: count('enrolments'),
    people,
    passed,
    failed,
    absent,
    passRate: { numerator: passed, denominator: people, rate, asOf: kept?.asOf ?? null },
    hours: count('hours'),
  };
}

function counted(kept: RegionFigures | null): (name: string) => number {
  return (name) => Number(kept?.figures[name] ?? 0);
}
