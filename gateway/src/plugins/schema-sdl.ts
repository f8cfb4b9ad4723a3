import type { FastifyInstance } from 'fastify';
import { introspectionNeedsSignIn } from '../errors.ts';
import { exchangeOf } from './exchange.ts';
import { refuse } from './refuse.ts';

export interface SchemaOptions {
  readonly sdl: string;
  readonly isPublic: boolean;
}

/** The graph's contract as a text, for whoever may also introspect it. */
export function serveSchema(app: FastifyInstance, { sdl, isPublic }: SchemaOptions): void {
  app.get('/schema.graphql', (request, reply) => {
    if (!isPublic && exchangeOf(request).caller.actor.subject === null)
      return refuse(reply, introspectionNeedsSignIn());
    return reply.type('text/plain; charset=utf-8').send(sdl);
  });
}
