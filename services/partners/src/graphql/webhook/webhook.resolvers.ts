import { badInput, publicName, refusePersonalMarks } from '@qianshou/kernel';
import { history } from '@qianshou/service-kit/audit';
import { atMost, optional, pageOf, toConnection } from '@qianshou/service-kit/graphql';
import { endpointId } from '../../domain/ids.ts';
import { wayToDisabled } from '../../application/webhook/notices.ts';
import { withheldFrom } from '../../domain/standing/standing.ts';
import { endpointActions } from '../../domain/webhook/endpoint.ts';
import type { Context } from '../context.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  WebhookDeliveryResolvers,
  WebhookEndpointResolvers,
  WebhookSecretPayloadResolvers,
} from '../generated/resolvers.ts';

const MOST_TYPES = 50;
const MOST_SHOWN = 20;
const MOST_AT_ONCE = 10;
const MOST_A_SECOND = 1_000;

export const webhookQueries = {
  webhookEndpoint: (_root, { id }, { useCases, actor }) =>
    useCases.findWebhookEndpoint(endpointId(id), actor),
  webhookEndpoints: async (_root, args, { useCases, actor }) =>
    toConnection(await useCases.listWebhookEndpoints(pageOf(args), actor)),
  webhookPreview: async (_root, { types, region, last }, { useCases, actor }) => {
    const most = bounded(last, MOST_SHOWN, 'last');
    const events = await useCases.previewWebhookEvents({ types: patterns(types), region, most }, actor);
    return events.map((event) => JSON.stringify(event));
  },
} satisfies Partial<QueryResolvers>;

function bounded(value: number, most: number, field: string): number {
  if (value >= 1 && value <= most) return value;
  throw badInput({ field, reason: { en: `expected 1 to ${most}`, zh: `应为 1 至 ${most}` } });
}

/** What a slip of the pen left in it stays out of every answer and log. */
function patterns(types: readonly string[]): readonly string[] {
  for (const type of types) refusePersonalMarks(type, 'types');
  return atMost(types, MOST_TYPES, 'types');
}

function positionOf(
  { after }: { readonly after?: string | null | undefined },
  { readPosition }: Context['useCases'],
) {
  return optional(after, (token) => {
    refusePersonalMarks(token, 'after');
    return readPosition(token);
  });
}

interface Target {
  readonly id: string;
  readonly expectedVersion?: number | null | undefined;
}

const target = ({ id, expectedVersion }: Target) => ({
  id: endpointId(id),
  expectedVersion: expectedVersion ?? null,
});

export const webhookMutations = {
  createWebhookEndpoint: async (_root, { input }, { useCases, actor }) => {
    const endpoint = await useCases.createWebhookEndpoint(
      {
        ...input,
        name: publicName(input.name, 'name', 100),
        url: useCases.readUrl(input.url),
        concurrency: bounded(input.concurrency, MOST_AT_ONCE, 'concurrency'),
        perSecond: optional(input.perSecond, (each) => bounded(each, MOST_A_SECOND, 'perSecond')),
        types: patterns(input.types),
      },
      actor,
    );
    return { endpoint };
  },
  verifyWebhookEndpoint: async (_root, { input }, { useCases, actor }) => ({
    endpoint: await useCases.verifyWebhookEndpoint(target(input), actor),
  }),
  sendTestEvent: async (_root, { input }, { useCases, actor }) => ({
    endpoint: await useCases.sendTestEvent(target(input), actor),
  }),
  pauseWebhookEndpoint: async (_root, { input }, { useCases, actor }) => ({
    endpoint: await useCases.pauseWebhookEndpoint(target(input), actor),
  }),
  enableWebhookEndpoint: async (_root, { input }, { useCases, actor }) => {
    const after = positionOf(input, useCases);
    const { from } = input;
    return { endpoint: await useCases.enableWebhookEndpoint({ ...target(input), from, after }, actor) };
  },
  rotateWebhookSecret: async (_root, { input }, { useCases, actor }) => ({
    endpoint: await useCases.rotateWebhookSecret(target(input), actor),
  }),
  replayWebhookEvents: async (_root, { input }, { useCases, actor }) => {
    const after = positionOf(input, useCases);
    return { endpoint: await useCases.replayWebhookEvents({ ...target(input), after }, actor) };
  },
  removeWebhookEndpoint: async (_root, { input }, { useCases, actor }) => ({
    endpoint: await useCases.removeWebhookEndpoint(target(input), actor),
  }),
} satisfies Partial<MutationResolvers>;

export const WebhookEndpoint: WebhookEndpointResolvers = {
  history,
  region: ({ regionCode }) => regionCode,
  withheld: async ({ owner, regionCode }, _args, { loaders }) =>
    withheldFrom(await loaders.standing.load(owner), new Date(), regionCode),
  publicKeys: (_endpoint, _args, { useCases }) => [...useCases.publicKeys()],
  usage: async ({ id }, _args, { loaders }) => {
    const usage = await loaders.usage.load(id);
    return usage === null ? null : { ...usage, wayToDisabled: wayToDisabled(usage.mostTries) };
  },
  waiting: ({ id }, _args, { loaders }) => loaders.waiting.load(id),
  deliveries: async ({ id }, args, { useCases }) =>
    toConnection(await useCases.listWebhookDeliveries(id, pageOf(args))),
  allowedActions: (endpoint, _args, { actor }) =>
    actor.subject === endpoint.owner ? [...endpointActions(endpoint)] : [],
};

export const WebhookDelivery: WebhookDeliveryResolvers = {
  curl: (delivery, _args, { useCases, actor }) => useCases.curlOfDelivery(delivery, actor),
  nextAttemptAt: ({ status, dueAt }) => (status === 'DUE' ? dueAt : null),
};

export const WebhookSecretPayload: WebhookSecretPayloadResolvers = {
  secret: ({ endpoint }, _args, { useCases }) => useCases.secretOf(endpoint),
};
