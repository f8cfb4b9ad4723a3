import { documentReference, publicLine, publicText } from '@qianshou/kernel';
import { atMost, optional } from '@qianshou/service-kit/graphql';
import { agencyId, postingId } from '../../domain/ids.ts';
import { reasonOf } from '../../domain/station/station-words.ts';
import { inWords } from '../reference/in-words.ts';
import type { MutationResolvers, RectificationResolvers } from '../generated/resolvers.ts';
import { target } from '../reference/station-target.ts';

/** Most things handed over, most people who stay. */
const MOST = 50;

export const Rectification: RectificationResolvers = {
  reason: (ordered, _args, { language }) => inWords(reasonOf(ordered), language),
};

export const stationLifeCycleMutations = {
  suspendStation: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    const { since = null } = input;
    return { station: await useCases.suspendStation({ ...target(input), reason, since }, actor) };
  },
  resumeStation: async (_root, { input }, { useCases, actor }) => ({
    station: await useCases.resumeStation(target(input), actor),
  }),
  changeStationOperator: async (_root, { input }, { useCases, actor }) => {
    const { from = null, operationMode = null } = input;
    const change = {
      operatorAgencyId: optional(input.operatorAgencyId, agencyId),
      operationMode,
      from,
      reason: publicText(input.reason, 'reason', 500),
      handOver: atMost(input.handOver, MOST, 'handOver').map((raw) => publicLine(raw, 'handOver')),
      stayingPostings: atMost(input.stayingPostings ?? [], MOST, 'stayingPostings').map(postingId),
    };
    return { station: await useCases.changeStationOperator({ ...target(input), ...change }, actor) };
  },
  closeStation: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    const { closedOn = null } = input;
    return { station: await useCases.closeStation({ ...target(input), reason, closedOn }, actor) };
  },
  orderRectification: async (_root, { input }, { useCases, actor }) => {
    const reason = publicText(input.reason, 'reason', 500);
    const { orderedOn = null } = input;
    return { station: await useCases.orderRectification({ ...target(input), reason, orderedOn }, actor) };
  },
  planRectification: async (_root, { input }, { useCases, actor }) => {
    const plan = {
      measures: publicText(input.measures, 'measures', 2_000),
      completeBy: input.completeBy,
    };
    return { station: await useCases.planRectification({ ...target(input), plan }, actor) };
  },
  confirmRectification: async (_root, { input }, { useCases, actor }) => {
    const { rectifiedOn = null } = input;
    const proof = atMost(input.proof ?? [], 50, 'proof').map((each) => documentReference(each, 'proof'));
    const confirmed = { ...target(input), rectifiedOn, proof };
    return { station: await useCases.confirmRectification(confirmed, actor) };
  },
} satisfies Partial<MutationResolvers>;
