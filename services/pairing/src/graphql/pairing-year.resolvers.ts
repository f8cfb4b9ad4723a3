import { badInput } from '@qianshou/kernel';
import { figureKey } from '@qianshou/service-kit/figures';
import { ACTIVITY_KINDS } from '../domain/support-activity.ts';
import type { Context } from './context.ts';
import type { PairingYearFiguresResolvers } from './generated/resolvers.ts';
import { asOf, figure, taskGroupFigures } from './kept-figures.ts';
import type { PairingYearParent } from './mappers.ts';

/** The figures of a year, of a region by its code or of a scheme by its id. */
export async function yearOfWork(of: string, year: number, { loaders }: Context): Promise<PairingYearParent> {
  if (year < 2000 || year > 2100) throw badInput({ field: 'year', reason: 'expected 2000 to 2100' });
  return { year, kept: await loaders.figures.load(figureKey(of, String(year))) };
}

export const PairingYearFigures: PairingYearFiguresResolvers = {
  workersSent: (parent) => figure(parent, 'workersSent'),
  workingDays: (parent) => figure(parent, 'workingDays'),
  activities: (parent) => figure(parent, 'activities'),
  hours: (parent) => figure(parent, 'halfHours') / 2,
  participants: (parent) => figure(parent, 'participants'),
  trainings: (parent) => figure(parent, 'kind:THEMATIC_TRAINING'),
  peopleTrained: (parent) => figure(parent, 'peopleTrained'),
  supervisions: (parent) => figure(parent, 'kind:SUPERVISION'),
  supervisionNotes: (parent) => figure(parent, 'supervisionNotes'),
  documentsIssued: (parent) => figure(parent, 'documentsIssued'),
  taskGroups: (parent) => taskGroupFigures(parent, { targets: false }),
  kinds: (parent) => ACTIVITY_KINDS.map((kind) => ({ kind, activities: figure(parent, `kind:${kind}`) })),
  asOf,
};
