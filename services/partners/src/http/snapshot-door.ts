import { regionCode } from '@qianshou/kernel';
import { type Door, unauthenticated } from '@qianshou/service-kit/graphql';
import type { UseCases } from '../application/use-cases.ts';
import type { PositionTokens } from './position-token.ts';

type Deps = Pick<UseCases, 'noteCaller' | 'planSnapshot'>;

/** For the gateway, which asks the graph in the name of who wants the snapshot: what to ask, and where to go on from. */
export function snapshotDoor(useCases: Deps, tokens: () => PositionTokens): Door {
  return {
    path: '/feed/snapshot',
    answer: async ({ actor, query }) => {
      if (actor.subject === null) throw unauthenticated();
      await useCases.noteCaller(actor);
      const region = query['region'] === undefined ? null : regionCode(query['region'], 'region');
      const plan = await useCases.planSnapshot({ actor, type: query['type'] ?? '', region });
      const { place, logs: _logs, ...asked } = plan;
      return {
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ ...asked, position: tokens().write(place) }),
      };
    },
  };
}
