import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { GatewayContext } from '../gateway-context.ts';
import { JSON_TYPE, mediaTypeOf } from '../media-type.ts';
import type { GraphQLBody } from './graphql-body.ts';

/**
 * Hands an admitted request to Apollo, always in the form of a POST. Not by the integration's own handler, which makes
 * a URL of the client's Host header and fails where that is none.
 */
export function askApollo(
  apollo: ApolloServer<GatewayContext>,
  contextOf: (request: FastifyRequest) => GatewayContext,
): RouteHandlerMethod {
  return async (request, reply) => {
    const type = mediaTypeOf(request.headers.accept) ?? JSON_TYPE;
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: 'POST',
        headers: new HeaderMap([['accept', type]]),
        search: '',
        body: partsOf(request.body as GraphQLBody),
      },
      context: () => Promise.resolve(contextOf(request)),
    });
    reply.code(status ?? 200).headers(Object.fromEntries(headers));
    return body.kind === 'complete' ? body.string : reply.send(body.asyncIterator);
  };
}

/** What the graph reads of a body: clients add hashes and traces that nobody here asked for. */
function partsOf({ query, operationName, variables }: GraphQLBody): object {
  return { query, variables: variables ?? {}, operationName: operationName || null };
}
