import { grounds, publicText, type WrittenDocument } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { agencyId, stationId, supervisionId } from '../../domain/ids.ts';
import { reachOf } from '../../domain/policy.ts';
import { seesSupervision, supervisionActions } from '../../domain/supervision/supervision-policy.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  SupervisionFilter,
  SupervisionSessionResolvers,
} from '../generated/resolvers.ts';
import { daysOf } from '../reference/days-of.ts';
import { given } from '../reference/given.ts';

export const supervisionQueries = {
  supervisionSessions: async (_root, { where, orderBy, ...args }, { useCases, actor }) => {
    const paging = { direction: orderBy?.[0]?.direction ?? 'ASC', page: pageOf(args) };
    return toConnection(await useCases.listSupervisions(filterOf(where ?? { struck: false }), paging, actor));
  },
  supervisionDue: async (_root, { countyCode, day = null }, { useCases, actor }) => {
    const due = await useCases.listDueSupervision(countyCode, day, actor);
    return due.map(({ station: { id }, ...rest }) => ({ ...rest, station: { id } }));
  },
} satisfies Partial<QueryResolvers>;

function filterOf({ regionCode, stationId: station, heldOn, followUp, struck }: SupervisionFilter) {
  return {
    within: optional(regionCode, ({ within }) => within),
    stationId: optional(station, ({ eq }) => stationId(eq)),
    ...daysOf(heldOn),
    followUp: followUp ?? null,
    struck,
  };
}

const topicOf = (raw: string) => publicText(raw, 'topic', 200);
const adviceOf = (raw: string | null | undefined) =>
  optional(raw, (text) => publicText(text, 'advice', 2_000));

function target(input: {
  readonly supervisionId: string;
  readonly expectedVersion?: number | null | undefined;
}) {
  return {
    supervisionId: supervisionId(input.supervisionId),
    expectedVersion: input.expectedVersion ?? null,
  };
}

/** What every strike and correction says besides. */
function reasoned(
  input: Parameters<typeof target>[0] & {
    readonly reason: string;
    readonly evidence?: WrittenDocument | null | undefined;
  },
) {
  return { ...target(input), ...grounds(input) };
}

export const supervisionMutations = {
  recordSupervision: async (_root, { input }, { useCases, actor }) => {
    const { form, delivery, heldOn, hours, participants, followUpBy = null } = input;
    const told = {
      stationId: stationId(input.stationId),
      supervisorAgencyId: optional(input.supervisorAgencyId, agencyId),
      form,
      delivery,
      heldOn,
      hours,
      participants,
      followUpBy,
      topic: topicOf(input.topic),
      advice: adviceOf(input.advice),
    };
    return { supervision: await useCases.recordSupervision(told, actor) };
  },
  followUpSupervision: async (_root, { input }, { useCases, actor, loaders }) => {
    const done = { on: input.on ?? loaders.today, text: publicText(input.text, 'text', 2_000) };
    return { supervision: await useCases.followUpSupervision({ ...target(input), done }, actor) };
  },
  correctSupervision: async (_root, { input }, { useCases, actor }) => {
    const { form, delivery, heldOn, hours, participants, followUpBy } = input;
    const topic = optional(input.topic, topicOf);
    const said = {
      form,
      delivery,
      heldOn,
      hours,
      participants,
      followUpBy,
      topic,
      advice: adviceOf(input.advice),
    };
    return {
      supervision: await useCases.correctSupervision({ ...reasoned(input), corrected: given(said) }, actor),
    };
  },
  strikeSupervision: async (_root, { input }, { useCases, actor }) => ({
    supervision: await useCases.strikeSupervision(reasoned(input), actor),
  }),
} satisfies Partial<MutationResolvers>;

export const SupervisionSession: SupervisionSessionResolvers = {
  history,
  __resolveReference: async ({ id }, { loaders, actor }) => {
    const session = await loaders.supervision.load(supervisionId(id));
    return session !== null && seesSupervision(reachOf(actor), session) ? session : null;
  },
  station: ({ stationId: id }) => ({ id }),
  supervisorAgency: ({ supervisorAgencyId: id }) => (id === null ? null : { id }),
  followedUpOn: ({ followedUp }) => followedUp?.on ?? null,
  followUpText: ({ followedUp }) => followedUp?.text ?? null,
  struckOn: ({ struck }) => struck?.on ?? null,
  strikeReason: ({ struck }) => struck?.reason ?? null,
  strikeEvidence: ({ struck }) => struck?.evidence ?? null,
  corrections: ({ corrections }) => [...corrections],
  allowedActions: async (session, _args, { actor, loaders }) => [
    ...supervisionActions(actor, session, await loaders.correctionTime(session.countyCode)),
  ],
};
