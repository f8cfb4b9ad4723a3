import type { ApolloServerPlugin } from '@apollo/server';
import { writePosition } from '../freshness.ts';
import type { GatewayContext } from '../gateway-context.ts';

const BEHIND = {
  en: 'Part of this answer may be older than you asked for: what it lacks comes behind its position.',
  zh: '本结果的部分内容可能早于所要求的位置,缺少的内容会在该位置之后给出。',
};

/** Says in the answer where the feed stood before it was made, what it wrote, and whether it is older than asked for. */
export function positionReport(): ApolloServerPlugin<GatewayContext> {
  const listener = {
    willSendResponse: async ({ response, contextValue }: Sending) => {
      const { body } = response;
      const { freshness, language } = contextValue;
      if (body.kind !== 'single') return;
      const { wantsPosition, wrote, behind } = freshness;
      if (!wantsPosition && wrote.length === 0) return;
      const warning = { code: 'BEHIND', message: BEHIND[language], services: [...behind] };
      body.singleResult.extensions = {
        ...body.singleResult.extensions,
        ...(wantsPosition && { position: writePosition(freshness) }),
        ...(wrote.length > 0 && { wrote }),
        ...(behind.size > 0 && { warnings: [warning] }),
      };
    },
  };
  return { requestDidStart: async () => listener };
}

type Listener = Exclude<
  Awaited<ReturnType<NonNullable<ApolloServerPlugin<GatewayContext>['requestDidStart']>>>,
  void
>;
type Sending = Parameters<NonNullable<Listener['willSendResponse']>>[0];
