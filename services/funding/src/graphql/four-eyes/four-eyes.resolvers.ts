import { publicLine, publicText, regionCodeOf } from '@qianshou/kernel';
import { asDeclared, type FourEyesSwitch } from '../../domain/four-eyes/four-eyes-switch.ts';
import type { FourEyesSwitchId } from '../../domain/ids.ts';
import { FOUR_EYES, FOUR_EYES_NAMES } from '../../domain/reference/four-eyes-pairs.ts';
import type { FourEyesPairResolvers, MutationResolvers, QueryResolvers } from '../generated/resolvers.ts';

export const fourEyesQueries = {
  fourEyesPairs: async (_root, { countyCode: raw }, { loaders }) => {
    const countyCode = regionCodeOf('COUNTY', raw, 'countyCode');
    const decided = (await loaders.fourEyes.load(countyCode)) ?? [];
    const id = '' as FourEyesSwitchId;
    return FOUR_EYES_NAMES.map(
      (pair) => decided.find((each) => each.pair === pair) ?? asDeclared({ id, countyCode, pair }),
    );
  },
} satisfies Partial<QueryResolvers>;

export const fourEyesMutations = {
  proposeFourEyesSwitch: async (_root, { input }, { useCases, actor }) => ({
    fourEyesPair: await useCases.proposeFourEyesSwitch(
      {
        countyCode: regionCodeOf('COUNTY', input.countyCode, 'countyCode'),
        pair: input.pair,
        holds: input.holds,
        reason: publicText(input.reason, 'reason', 500),
        document: publicLine(input.document, 'document', 300),
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  }),
  approveFourEyesSwitch: async (_root, { input }, { useCases, actor }) => ({
    fourEyesPair: await useCases.approveFourEyesSwitch(
      {
        countyCode: regionCodeOf('COUNTY', input.countyCode, 'countyCode'),
        pair: input.pair,
        idempotencyKey: input.idempotencyKey,
      },
      actor,
    ),
  }),
} satisfies Partial<MutationResolvers>;

export const FourEyesPair: FourEyesPairResolvers = {
  operations: ({ pair }) => [...FOUR_EYES[pair].at],
  byDefault: ({ pair }) => FOUR_EYES[pair].byDefault,
  switchable: ({ pair }) => FOUR_EYES[pair].switchable,
  proposed: ({ proposal }: FourEyesSwitch) => proposal?.holds ?? null,
};
