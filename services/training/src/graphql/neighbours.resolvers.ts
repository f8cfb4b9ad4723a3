import { idOfCode } from '@qianshou/kernel';
import { ofParent } from '@qianshou/service-kit/graphql';
import { postingId, workerId } from '../domain/ids.ts';
import { enrolmentsOf } from './class/enrolment.resolvers.ts';
import type {
  PostingResolvers,
  RegionResolvers,
  SocialWorkerResolvers,
  TrainingFiguresResolvers,
} from './generated/resolvers.ts';
import type { TrainingFiguresParent } from './mappers.ts';
import { visible } from './reference/visible.ts';

export const Region: RegionResolvers = {
  __resolveReference: ({ code }) => ({ code }),
  id: ({ code }) => idOfCode('reg', code),
  trainingFigures: async ({ code }, _args, { loaders }) => ({ kept: await loaders.figures.load(code) }),
};

export const SocialWorker: SocialWorkerResolvers = {
  __resolveReference: ({ id }) => ({ id: workerId(id) }),
  enrolments: ({ id }, { where, ...args }, context) =>
    enrolmentsOf({ ...args, where: ofParent(where, { workerId: { eq: id } }) }, context),
};

export const Posting: PostingResolvers = {
  __resolveReference: ({ id }) => ({ id: postingId(id) }),
  preJobEnrolment: async ({ id }, _args, { loaders, actor }) =>
    visible(await loaders.preJobOfPosting.load(id), actor),
};

export const TrainingFigures: TrainingFiguresResolvers = {
  classesOpened: (parent) => figure(parent, 'classesOpened'),
  enrolments: (parent) => figure(parent, 'enrolments'),
  waiting: (parent) => figure(parent, 'waiting'),
  passed: (parent) => figure(parent, 'passed'),
  failed: (parent) => figure(parent, 'failed'),
  absent: (parent) => figure(parent, 'absent'),
  passRate: (parent) => {
    const numerator = figure(parent, 'passed');
    const denominator = numerator + figure(parent, 'failed') + figure(parent, 'absent');
    const rate = denominator === 0 ? null : numerator / denominator;
    return { numerator, denominator, rate, asOf: asOf(parent) };
  },
  hours: (parent) => figure(parent, 'hours'),
  asOf,
};

function figure({ kept }: TrainingFiguresParent, name: string): number {
  return Number(kept?.figures[name] ?? 0);
}

function asOf({ kept }: TrainingFiguresParent): Date | null {
  return kept?.asOf ?? null;
}
