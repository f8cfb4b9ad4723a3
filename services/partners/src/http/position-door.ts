import type { Door } from '@qianshou/service-kit/graphql';
import type { UseCases } from '../application/use-cases.ts';
import { placeOf } from './feed-question.ts';
import type { PositionTokens } from './position-token.ts';

type Deps = Pick<UseCases, 'positionAt' | 'positionNow'>;

/** For the gateway: where the feed stands, or how far the services' logs stood at a position that a client holds. */
export function positionDoor(useCases: Deps, tokens: () => PositionTokens): Door {
  return {
    path: '/position',
    answer: async ({ query }) => {
      const asked = placeOf(query['of'], tokens());
      const { place, logs } = await (asked === null ? useCases.positionNow() : useCases.positionAt(asked));
      return {
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ position: tokens().write(place), logs }),
      };
    },
  };
}
