import { badInput, publicText } from '@qianshou/kernel';
import { atMost, optional } from '@qianshou/service-kit/graphql';
import { agencyId, classId, enrolmentId } from '../../domain/ids.ts';
import { MOST_ON_LIST } from '../../domain/class/class-limits.ts';
import { target } from './class-target.ts';
import type { MutationResolvers, ResultInput } from '../generated/resolvers.ts';

function result(input: ResultInput) {
  return {
    enrolmentId: enrolmentId(input.enrolmentId),
    attendedHours: input.attendedHours ?? null,
    score: input.score ?? null,
    absent: input.absent,
  };
}

export const classMutations = {
  planTrainingClass: async (_root, { input }, { useCases, actor }) => {
    const plan = {
      ...input,
      organiserAgencyId: optional(input.organiserAgencyId, agencyId),
      venue: input.venue ?? null,
      replacesClassId: optional(input.replacesClassId, classId),
    };
    return { trainingClass: await useCases.planTrainingClass(plan, actor) };
  },
  openTrainingClass: async (_root, { input }, { useCases, actor }) => ({
    trainingClass: await useCases.openTrainingClass(target(input), actor),
  }),
  startTrainingClass: async (_root, { input }, { useCases, actor }) => ({
    trainingClass: await useCases.startTrainingClass(target(input), actor),
  }),
  recordAttendance: async (_root, { input }, { useCases, actor }) => {
    const attendances = atMost(input.attendances, MOST_ON_LIST, 'attendances').map((row) => ({
      enrolmentId: enrolmentId(row.enrolmentId),
      attendedHours: row.attendedHours,
    }));
    const recorded = await useCases.recordAttendance({ classId: classId(input.classId), attendances }, actor);
    return { ...recorded, enrolments: [...recorded.enrolments] };
  },
  assessEnrolment: async (_root, { input }, { useCases, actor }) => {
    const assessedOn = input.assessedOn ?? null;
    const assessed = await useCases.assessEnrolment({ ...result(input), assessedOn }, actor);
    const [enrolment] = assessed.enrolments;
    if (enrolment === undefined)
      throw badInput({ field: 'enrolmentId', reason: { en: 'no result was recorded', zh: '尚未登记成绩' } });
    return { trainingClass: assessed.trainingClass, enrolment };
  },
  assessClass: async (_root, { input }, { useCases, actor }) => {
    const results = atMost(input.results, MOST_ON_LIST, 'results').map(result);
    const assessedOn = input.assessedOn ?? null;
    const whole = { classId: classId(input.classId), assessedOn, results };
    const assessed = await useCases.assessClass(whole, actor);
    return { ...assessed, enrolments: [...assessed.enrolments] };
  },
  closeTrainingClass: async (_root, { input }, { useCases, actor }) => ({
    trainingClass: await useCases.closeTrainingClass(target(input), actor),
  }),
  cancelTrainingClass: async (_root, { input }, { useCases, actor }) => ({
    trainingClass: await useCases.cancelTrainingClass(
      {
        ...target(input),
        reason: publicText(input.reason, 'reason', 500),
        replacementClassId: optional(input.replacementClassId, classId),
      },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;
