import type { ApolloServerPlugin } from '@apollo/server';
import { currentScope } from '../scope/scope.ts';
import type { SubgraphContext } from './context.ts';

const MOST_NAMED = 50;

/** Tells the gateway what a mutation wrote, and whether an answer is older than was asked for. */
export function positionReport(): ApolloServerPlugin<SubgraphContext<unknown, unknown>> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response: { body } }) => {
        const { notes } = currentScope();
        if (notes === undefined || body.kind !== 'single') return;
        const wrote = [...notes.wrote]
          .slice(-MOST_NAMED)
          .map(([subject, version]) => `${subject}@${version}`);
        if (wrote.length === 0 && !notes.behind) return;
        const said = { ...(wrote.length > 0 && { wrote }), ...(notes.behind && { behind: true }) };
        body.singleResult.extensions = { ...body.singleResult.extensions, ...said };
      },
    }),
  };
}
