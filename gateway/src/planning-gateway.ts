import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GatewayContext } from './gateway-context.ts';

/** As Apollo's server sees a gateway. */
export type PlanningGateway = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
export type Executor = NonNullable<Awaited<ReturnType<PlanningGateway['load']>>['executor']>;
export type ExecutorRequest = Parameters<Executor>[0];

/** A gateway that is asked only what is left of a request, once it passed what stands before planning. */
export function beforePlanning(
  gateway: PlanningGateway,
  wrap: (executor: Executor) => Executor,
): PlanningGateway {
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: executor === null ? null : wrap(executor) };
    },
  };
}
