import { wholeWithin } from '@qianshou/kernel';
import { figureKey } from '@qianshou/service-kit/figures';
import { programmeId } from '../domain/ids.ts';
import { TRAINING_KINDS } from '../domain/programme/programme.ts';
import { publishedTraining } from '../domain/reference/published-training.ts';
import { sumOf } from '../domain/reference/sum-of.ts';
import type { Context } from './context.ts';
import type { TrainingOfProgrammeResolvers } from './generated/resolvers.ts';
import type { RegionStub, TrainingFiguresParent } from './mappers.ts';
import { asOf, figure, rateOf } from './reference/kept-figures.ts';

/** One document by key, whatever the region. */
export async function trainingFiguresOfYear(
  { code }: RegionStub,
  { year: asked }: { readonly year: number },
  { loaders, language }: Context,
) {
  const year = wholeWithin(asked, 'year', 2000, 2100);
  const counted = { kept: await loaders.figures.load(figureKey(code, String(year))) };
  const sums = (of: string | null) => sumsOf(counted, of);
  return {
    year,
    sums: sums(null),
    byKind: TRAINING_KINDS.filter((kind) => isCounted(counted, kind)).map((kind) => ({
      kind,
      sums: sums(kind),
    })),
    byProgramme: programmesIn(counted).map((id) => ({
      programmeId: programmeId(id),
      sums: sums(id),
    })),
    supervisions: figure(counted, 'supervisions'),
    supervisionHours: figure(counted, 'supervisionHours'),
    published: publishedTraining(code).map(({ regionCode, about, ...rest }) => ({
      ...rest,
      region: { code: regionCode },
      about: about[language],
    })),
    asOf: asOf(counted),
  };
}

export const TrainingOfProgramme: TrainingOfProgrammeResolvers = {
  programme: ({ programmeId: id }, _args, { loaders }) => loaders.programme.load(id),
};

const COUNTED = ['classesOpened', 'enrolments', 'passed', 'failed', 'absent'] as const;

function isCounted(counted: TrainingFiguresParent, of: string): boolean {
  return COUNTED.some((name) => figure(counted, sumOf(name, of)) !== 0);
}

function programmesIn(counted: TrainingFiguresParent): readonly string[] {
  const names = Object.keys(counted.kept?.figures ?? {}).map((name) => name.split('@')[1] ?? '');
  const ids = new Set(names.filter((name) => name.startsWith('prg_')));
  return [...ids].filter((id) => isCounted(counted, id)).toSorted((a, b) => (a < b ? -1 : 1));
}

function sumsOf(counted: TrainingFiguresParent, of: string | null) {
  const count = (name: string): number => figure(counted, of === null ? name : sumOf(name, of));
  const [passed, failed, absent] = [count('passed'), count('failed'), count('absent')];
  const people = passed + failed + absent;
  return {
    classesOpened: count('classesOpened'),
    enrolments: count('enrolments'),
    people,
    passed,
    failed,
    absent,
    passRate: rateOf(passed, people, asOf(counted)),
    hours: count('hours'),
  };
}
