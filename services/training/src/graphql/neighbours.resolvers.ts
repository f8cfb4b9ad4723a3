import { idOfCode } from '@qianshou/kernel';
import { ofParent, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { postingId, workerId } from '../domain/ids.ts';
import { isInReach, reachOf } from '../domain/policy.ts';
import { classFilterOf } from './class/training-class.resolvers.ts';
import { enrolmentsOf } from './class/enrolment.resolvers.ts';
import { examRates } from './exam/exam-rates.ts';
import type {
  PostingResolvers,
  RegionResolvers,
  SocialWorkerResolvers,
  TrainingFiguresResolvers,
} from './generated/resolvers.ts';
import { trainingFiguresOfYear } from './training-year.ts';
import { asOf, figure, rateOf } from './reference/kept-figures.ts';
import { visible } from './reference/visible.ts';

export const Region: RegionResolvers = {
  __resolveReference: ({ code }) => ({ code }),
  id: ({ code }) => idOfCode('reg', code),
  trainingFiguresOfYear,
  trainingFigures: async ({ code }, _args, { loaders }) => ({ kept: await loaders.figures.load(code) }),
};

export const SocialWorker: SocialWorkerResolvers = {
  __resolveReference: ({ id }) => ({ id: workerId(id) }),
  creditedHours: async ({ id }, _args, { loaders, actor }) => {
    const [latest] = [...((await loaders.hoursOfWorker.load(id)) ?? [])].toReversed();
    if (latest === undefined) return [];
    const worker = await loaders.worker.load(id);
    const side = {
      workerId: id,
      countyCode: latest.countyCode,
      employerAgencyId: worker?.employerAgencyId ?? null,
    };
    if (!isInReach(reachOf(actor), { ...side, organiserAgencyId: null })) return null;
    return (await loaders.hoursOfWorker.load(id)) ?? [];
  },
  helpfulClasses: async ({ id }, { where, orderBy, ...args }, { loaders, useCases, actor }) => {
    const worker = await loaders.worker.load(id);
    if (worker === null) return null;
    const { countyCode, employerAgencyId } = worker;
    const side = { workerId: id, countyCode, employerAgencyId, organiserAgencyId: null };
    if (!isInReach(reachOf(actor), side)) return null;
    const order = orderBy?.[0] ?? { field: 'STARTS_ON' as const, direction: 'ASC' as const };
    const asked = { filter: classFilterOf(where ?? {}), order, page: pageOf(args) };
    return toConnection(await useCases.listHelpfulClasses(worker, asked, actor));
  },
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
    const passed = figure(parent, 'passed');
    return rateOf(passed, passed + figure(parent, 'failed') + figure(parent, 'absent'), asOf(parent));
  },
  examPassRates: (parent) =>
    examRates(parent.kept?.figures ?? {}).map(({ examYear, level, sat, passed }) => ({
      examYear,
      level,
      rate: rateOf(passed, sat, asOf(parent)),
    })),
  supervisions: (parent) => figure(parent, 'supervisions'),
  supervisionHours: (parent) => figure(parent, 'supervisionHours'),
  hours: (parent) => figure(parent, 'hours'),
  asOf,
};
