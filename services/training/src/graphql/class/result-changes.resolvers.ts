import { grounds, publicLine } from '@qianshou/kernel';
import { optional } from '@qianshou/service-kit/graphql';
import { enrolmentId } from '../../domain/ids.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { given } from '../reference/given.ts';
import { target as classTarget } from './class-target.ts';

/** What every change of a result says: whose, and which version the caller read. */
function target(input: {
  readonly enrolmentId: string;
  readonly expectedVersion?: number | null | undefined;
}) {
  return { enrolmentId: enrolmentId(input.enrolmentId), expectedVersion: input.expectedVersion ?? null };
}

export const resultChangeMutations = {
  correctResult: async (_root, { input }, { useCases, actor }) => {
    const { attendedHours, score, absent, assessedOn } = input;
    const corrected = given({ attendedHours, score, absent, assessedOn });
    const change = { ...target(input), ...grounds(input), corrected };
    return { enrolment: await useCases.correctResult(change, actor) };
  },
  strikeResult: async (_root, { input }, { useCases, actor }) => {
    return { enrolment: await useCases.strikeResult({ ...target(input), ...grounds(input) }, actor) };
  },
  recordMakeUp: async (_root, { input }, { useCases, actor }) => {
    const { score, heldOn = null } = input;
    return { enrolment: await useCases.recordMakeUp({ ...target(input), score, heldOn }, actor) };
  },
  correctTrainingClass: async (_root, { input }, { useCases, actor }) => {
    const { startsOn, endsOn } = input;
    const venue = optional(input.venue, (raw) => publicLine(raw, 'venue', 200));
    const corrected = given({ startsOn, endsOn, venue });
    const change = { ...classTarget(input), ...grounds(input), corrected };
    return { trainingClass: await useCases.correctTrainingClass(change, actor) };
  },
} satisfies Partial<MutationResolvers>;
