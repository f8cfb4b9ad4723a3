import { auditFields, auditTypes } from '@qianshou/service-kit/audit';
import { feedQueries } from './feed.resolvers.ts';
import type { MutationResolvers, QueryResolvers, Resolvers } from './generated/resolvers.ts';
import { PartnerStanding, standingMutations, standingQueries } from './standing/standing.resolvers.ts';
import {
  WebhookDelivery,
  WebhookEndpoint,
  webhookMutations,
  webhookQueries,
  WebhookSecretPayload,
} from './webhook/webhook.resolvers.ts';

/** `Required`: a root field of the schema without a resolver does not compile. */
const Query: Required<QueryResolvers> = {
  ...auditFields('partners'),
  ...feedQueries,
  ...standingQueries,
  ...webhookQueries,
};

const Mutation: Required<MutationResolvers> = { ...standingMutations, ...webhookMutations };

export const resolvers = {
  ...auditTypes,
  Query,
  Mutation,
  PartnerStanding,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookSecretPayload,
} satisfies Resolvers;
