import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../gateway-context.ts';

/** Says in the answer what the question cost, to whoever asks with `"extensions": { "cost": true }`. */
export function costReport(): ApolloServerPlugin<GatewayContext> {
  const listener = {
    willSendResponse: async ({ response, contextValue }: Sending) => {
      const { body } = response;
      if (contextValue.cost === null || body.kind !== 'single') return;
      const result = body.singleResult;
      result.extensions = { ...result.extensions, cost: contextValue.cost };
    },
  };
  return { requestDidStart: async () => listener };
}

type Listener = Exclude<
  Awaited<ReturnType<NonNullable<ApolloServerPlugin<GatewayContext>['requestDidStart']>>>,
  void
>;
type Sending = Parameters<NonNullable<Listener['willSendResponse']>>[0];
