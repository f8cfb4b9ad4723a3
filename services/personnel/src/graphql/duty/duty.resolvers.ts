import { grounds, publicText } from '@qianshou/kernel';
import { atMost } from '@qianshou/service-kit/graphql';
import { leaveId, stationId, workerId } from '../../domain/ids.ts';
import type { Leave } from '../../domain/posting/life.ts';
import type { Posting } from '../../domain/posting/posting.ts';
import { seesPersonalData } from '../../domain/worker/policy.ts';
import type { MutationResolvers, PostingLeaveResolvers, PostingResolvers } from '../generated/resolvers.ts';
import { visiblePosting } from '../../domain/posting/policy.ts';
import { postingTarget, said, struckFields } from '../named.ts';

type Target = Parameters<typeof postingTarget>[0];

const leaveTarget = (input: Target & { readonly leaveId: string; readonly reason: string }) => ({
  ...postingTarget(input),
  ...grounds(input),
  leaveId: leaveId(input.leaveId),
});

const itemOf = (raw: string) => publicText(raw, 'items', 200);

export const dutyMutations = {
  recordPostingLeave: async (_root, { input }, { useCases, actor }) => {
    const { kind, from, to } = input;
    return { posting: await useCases.recordLeave({ ...postingTarget(input), kind, from, to }, actor) };
  },
  correctPostingLeave: async (_root, { input }, { useCases, actor }) => {
    const { kind, from, to } = input;
    const asked = { ...leaveTarget(input), corrected: said({ kind, from, to }) };
    return { posting: await useCases.correctLeave(asked, actor) };
  },
  strikePostingLeave: async (_root, { input }, { useCases, actor }) => ({
    posting: await useCases.strikeLeave(leaveTarget(input), actor),
  }),
  resignPosting: async (_root, { input }, { useCases, actor }) => ({
    posting: await useCases.resignPosting({ ...postingTarget(input), lastDay: input.lastDay }, actor),
  }),
  drawUpHandOver: async (_root, { input }, { useCases, actor }) => {
    const items = atMost(input.items, 50, 'items').map(itemOf);
    return { posting: await useCases.drawUpHandOver({ ...postingTarget(input), items }, actor) };
  },
  confirmHandOver: async (_root, { input }, { useCases, actor }) => {
    const asked = { ...postingTarget(input), items: atMost(input.items, 50, 'items'), on: input.on ?? null };
    return { posting: await useCases.confirmHandOver(asked, actor) };
  },
  changeStationHead: (_root, { input }, { useCases, actor }) => {
    const named = { stationId: stationId(input.stationId), workerId: workerId(input.workerId) };
    return useCases.changeStationHead({ ...named, on: input.on }, actor);
  },
  correctPosting: async (_root, { input }, { useCases, actor }) => {
    const { startedOn, endedOn } = input;
    const asked = { ...postingTarget(input), ...grounds(input), corrected: said({ startedOn, endedOn }) };
    return { posting: await useCases.correctPosting(asked, actor) };
  },
  strikePosting: async (_root, { input }, { useCases, actor }) => ({
    posting: await useCases.strikePosting({ ...postingTarget(input), ...grounds(input) }, actor),
  }),
} satisfies Partial<MutationResolvers>;

/** What can happen to a post beside its life cycle. */
export const lifeOfPosting = {
  leaves: (posting, _args, { actor }) => {
    const near = seesPersonalData(actor, holderOf(posting));
    return (posting.leaves ?? []).map((leave) => ({ ...leave, shownKind: near ? leave.kind : null }));
  },
  substituteFor: async ({ substituteFor = null }, _args, { loaders, actor }) =>
    substituteFor === null ? null : visiblePosting(actor, await loaders.posting.load(substituteFor)),
  acting: ({ acting = false }) => acting,
  endsOn: ({ endsOn = null }) => endsOn,
  resignation: ({ resignation = null }) => resignation,
  handOver: ({ handOver = [] }) => [...handOver],
  ...struckFields,
  corrections: ({ daysBefore = [] }) => [...daysBefore],
} satisfies PostingResolvers;

function holderOf({ workerId: id, countyCode, operatorAgencyId: employerAgencyId }: Posting) {
  return { id, countyCode, employerAgencyId };
}

/** A leave, and its kind for whom it concerns. */
export interface ShownLeave extends Leave {
  readonly shownKind: Leave['kind'] | null;
}

export const PostingLeave: PostingLeaveResolvers = {
  leaveId: ({ id }) => id,
  kind: ({ shownKind }) => shownKind,
  ...struckFields,
  corrections: ({ corrections }) => [...corrections],
};
