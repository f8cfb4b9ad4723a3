import type { ApolloServer } from '@apollo/server';
import type { GatewayContext } from '../gateway-context.ts';
import type { Answered } from '../files/pages.ts';

export interface AskedOfGraph {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** One page of something larger: executed as the request of a client is, in the name of who wants it. */
export async function askGraph(
  apollo: ApolloServer<GatewayContext>,
  { variables, ...asked }: AskedOfGraph,
  contextValue: GatewayContext,
): Promise<Answered> {
  const { body, http } = await apollo.executeOperation(
    { ...asked, variables: { ...variables } },
    { contextValue },
  );
  const result = body.kind === 'single' ? body.singleResult : { data: null, errors: [] };
  return { status: http.status ?? 200, data: result.data ?? null, errors: result.errors ?? [] };
}
