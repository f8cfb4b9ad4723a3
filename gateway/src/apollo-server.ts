import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@qianshou/service-kit/logging';
import type { GatewayConfig } from './config.ts';
import { apolloLog, type Gateway } from './gateway.ts';
import type { GatewayContext } from './gateway-context.ts';
import { costReport } from './plugins/cost-report.ts';
import { errorMasking, maskError } from './plugins/error-masking.ts';
import { positionReport } from './plugins/position-report.ts';

/** Apollo's server over the gateway, with nothing that reports elsewhere. */
export function apolloServer(
  gateway: Gateway,
  config: GatewayConfig,
  logger: Logger,
): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway: gateway.apollo,
    nodeEnv: config.NODE_ENV,
    // Who may read the schema is decided by the limits plugin, which knows the caller.
    introspection: true,
    // Asked of queries by GET before they come here; everything else is JSON, which no form can send.
    csrfPrevention: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: maskError,
    stringifyResult: gateway.textOf,
    logger: apolloLog(logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      errorMasking(logger),
      costReport(),
      positionReport(),
    ],
  });
}
