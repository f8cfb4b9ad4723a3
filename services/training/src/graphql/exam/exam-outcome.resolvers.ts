import { grounds, type WrittenDocument } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { outcomeActions } from '../../domain/exam/outcome-actions.ts';
import { classId, enrolmentId, examOutcomeId, workerId } from '../../domain/ids.ts';
import type {
  ExamOutcomeFilter,
  ExamOutcomeResolvers,
  MutationResolvers,
  QueryResolvers,
  TrainingClassResolvers,
} from '../generated/resolvers.ts';
import { given } from '../reference/given.ts';
import { rateOf } from '../reference/kept-figures.ts';
import { visible } from '../reference/visible.ts';

export const examQueries = {
  examOutcomes: async (_root, { where, orderBy, ...args }, { useCases, actor }) => {
    const paging = { direction: orderBy?.[0]?.direction ?? 'ASC', page: pageOf(args) };
    return toConnection(await useCases.listExamOutcomes(filterOf(where ?? { struck: false }), paging, actor));
  },
} satisfies Partial<QueryResolvers>;

function filterOf({ regionCode, classId: group, workerId: worker, ...where }: ExamOutcomeFilter) {
  return {
    within: optional(regionCode, ({ within }) => within),
    classId: optional(group, ({ eq }) => classId(eq)),
    workerId: optional(worker, ({ eq }) => workerId(eq)),
    examYear: optional(where.examYear, ({ eq }) => eq),
    level: optional(where.level, (one) => one.in),
    struck: where.struck,
  };
}

/** What every change of an outcome says: which one, why, and which version the caller read. */
function target(input: {
  readonly outcomeId: string;
  readonly reason: string;
  readonly evidence?: WrittenDocument | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}) {
  const expectedVersion = input.expectedVersion ?? null;
  return { outcomeId: examOutcomeId(input.outcomeId), ...grounds(input), expectedVersion };
}

export const examMutations = {
  recordExamOutcome: async (_root, { input }, { useCases, actor }) => {
    const { examYear, level, sat, passed } = input;
    const said = { enrolmentId: enrolmentId(input.enrolmentId), examYear, level, sat, passed };
    return { outcome: await useCases.recordExamOutcome(said, actor) };
  },
  correctExamOutcome: async (_root, { input }, { useCases, actor }) => {
    const { sat, passed } = input;
    const change = { ...target(input), corrected: given({ sat, passed }) };
    return { outcome: await useCases.correctExamOutcome(change, actor) };
  },
  strikeExamOutcome: async (_root, { input }, { useCases, actor }) => ({
    outcome: await useCases.strikeExamOutcome(target(input), actor),
  }),
} satisfies Partial<MutationResolvers>;

export const ExamOutcome: ExamOutcomeResolvers = {
  history,
  __resolveReference: async ({ id }, { loaders, actor }) =>
    visible(await loaders.examOutcome.load(examOutcomeId(id)), actor),
  enrolment: async ({ enrolmentId: id }, _args, { loaders, actor }) =>
    visible(await loaders.enrolment.load(id), actor),
  trainingClass: ({ classId: id }, _args, { loaders }) => loaders.trainingClass.load(id),
  worker: ({ workerId: id }) => ({ id }),
  struckOn: ({ struck }) => struck?.on ?? null,
  strikeReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  corrections: ({ corrections }) => [...corrections],
  allowedActions: async (outcome, _args, { actor, loaders }) => [
    ...outcomeActions(actor, outcome, await loaders.correctionTime(outcome.countyCode)),
  ],
};

export const examsOfClass = {
  examPassRate: async ({ id }, _args, { loaders }) => {
    const of = await loaders.examOfClass.load(id);
    if (of === null) return null;
    return rateOf(of.passed, of.sat, null);
  },
} satisfies Partial<TrainingClassResolvers>;
