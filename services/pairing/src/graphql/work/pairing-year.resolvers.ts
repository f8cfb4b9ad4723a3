import { badInput, type RegionCode } from '@qianshou/kernel';
import { figureKey } from '@qianshou/service-kit/figures';
import type { SchemeId } from '../../domain/ids.ts';
import { EVALUATION_KINDS, PAIRING_GRADES } from '../../domain/work/pairing-evaluation.ts';
import { ACTIVITY_KINDS } from '../../domain/work/support-activity.ts';
import type { Context } from '../context.ts';
import type { PairingYearFiguresResolvers } from '../generated/resolvers.ts';
import { asOf, confirmedFigures, figure, minimumDays, taskGroupFigures } from './kept-figures.ts';
import type { PairingYearParent } from '../mappers.ts';

/** The figures of a year of a region. */
export async function yearOfRegion(
  code: RegionCode,
  year: number,
  context: Context,
): Promise<PairingYearParent> {
  return { of: 'REGION', ...(await yearOf(code, year, context)) };
}

export async function yearOfScheme(id: SchemeId, year: number, context: Context): Promise<PairingYearParent> {
  return { of: 'SCHEME', ...(await yearOf(id, year, context)) };
}

async function yearOf(of: string, year: number, { loaders }: Context) {
  if (year < 2000 || year > 2100)
    throw badInput({ field: 'year', reason: { en: 'expected 2000 to 2100', zh: '应为 2000 至 2100' } });
  return { year, kept: await loaders.figures.load(figureKey(of, String(year))) };
}

const counts = (name: string) => (parent: PairingYearParent) => figure(parent, name);

export const PairingYearFigures: PairingYearFiguresResolvers = {
  pairingsMatched: counts('pairingsMatched'),
  pairingsOfHistory: counts('pairingsOfHistory'),
  workersSent: counts('workersSent'),
  workingDays: counts('workingDays'),
  minimumDays,
  stationsOpened: (parent) =>
    figure(parent, parent.of === 'REGION' ? 'stationsOpenedByPairings' : 'stationsHelped'),
  agenciesGrown: counts('agenciesGrown'),
  confirmed: confirmedFigures,
  activities: counts('activities'),
  hours: (parent) => figure(parent, 'halfHours') / 2,
  participants: counts('participants'),
  trainings: counts('kind:THEMATIC_TRAINING'),
  peopleTrained: counts('peopleTrained'),
  supervisions: counts('kind:SUPERVISION'),
  supervisionNotes: counts('supervisionNotes'),
  documentsIssued: counts('documentsIssued'),
  reportsSubmitted: counts('reportsSubmitted'),
  reportsLate: counts('reportsLate'),
  reportsAccepted: counts('reportsAccepted'),
  publicityItems: (parent) => (parent.of === 'REGION' ? figure(parent, 'publicityItems') : null),
  grades: (parent) =>
    EVALUATION_KINDS.flatMap((kind) =>
      PAIRING_GRADES.map((grade) => ({ kind, grade, pairings: figure(parent, `grade:${kind}:${grade}`) })),
    ),
  taskGroups: (parent) => taskGroupFigures(parent, { targets: false }),
  kinds: (parent) =>
    ACTIVITY_KINDS.map((kind) => ({
      kind,
      activities: figure(parent, `kind:${kind}`),
      hours: figure(parent, `halfHours:kind:${kind}`) / 2,
      participants: figure(parent, `participants:kind:${kind}`),
    })),
  asOf,
};
