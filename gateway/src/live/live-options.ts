import type { ApolloServer } from '@apollo/server';
import type { GatewayConfig } from '../config.ts';
import { freshness, needsOf, readAtLeast } from '../freshness.ts';
import { contextWithoutRequest, type GatewayContext } from '../gateway-context.ts';
import type { Gateway } from '../gateway.ts';
import type { Hub, HubOptions } from '../hub.ts';
import { requestWork } from '../limits/request-work.ts';
import type { Spend } from '../load/rates.ts';
import { askGraph } from '../plugins/ask-graph.ts';
import { limitSets } from '../plugins/limits.ts';
import type { TrustedDocuments } from '../trusted/manifests.ts';
import { hubStreams, type HubStreams } from './hub-stream.ts';
import { liveSchema } from './live-schema.ts';
import type { AskNode, LiveOptions } from './subscriptions.ts';

export interface LiveParts {
  readonly config: GatewayConfig;
  readonly gateway: Gateway;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly hub: Hub;
  readonly hubOptions: HubOptions;
  readonly spend: Spend;
  readonly trusted: TrustedDocuments;
}

export interface Live extends LiveOptions {
  readonly streams: HubStreams;
}

/** What subscriptions stand on: the graph's schema and limits, the hub's feed, and the graph itself. */
export function liveOptions({
  config,
  gateway,
  apollo,
  hub,
  hubOptions,
  spend,
  trusted,
}: LiveParts): Live | null {
  const schema = liveSchema(gateway.apiSchema());
  if (schema === null) return null;
  return {
    schema,
    streams: hubStreams(hubOptions),
    now: async (correlationId) => {
      const told = await hub.position(null, correlationId);
      return typeof told === 'object' ? told.position : null;
    },
    limitsOf: limitSets({ everyone: config.LIMITS, analysts: config.ANALYST_LIMITS }),
    workOf: requestWork(schema, config.COST_LIMITS),
    spend,
    trust: { documents: trusted, required: config.TRUSTED_DOCUMENTS_ONLY },
    askNode: askNodeOf(apollo, config.REQUEST_TIMEOUT_MS),
  };
}

function askNodeOf(apollo: ApolloServer<GatewayContext>, timeout: number): AskNode {
  return ({ caller, callerKey, language, correlationId, gone }, { query, variables, atLeast }) => {
    const asked = readAtLeast(atLeast);
    const fresh = freshness(false);
    if (asked !== null) fresh.needs = needsOf(asked, []);
    const deadline = Date.now() + timeout;
    const named = { caller, callerKey, language, correlationId, gone };
    const contextValue = contextWithoutRequest({ ...named, deadline, freshness: fresh });
    return askGraph(apollo, { query, variables }, contextValue) as ReturnType<AskNode>;
  };
}
