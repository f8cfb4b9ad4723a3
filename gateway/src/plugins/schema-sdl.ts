import etag from '@fastify/etag';
import type { FastifyInstance } from 'fastify';
import { introspectionNeedsSignIn } from '../errors.ts';
import { exchangeOf } from './exchange.ts';
import { refuse } from './refuse.ts';

export interface SchemaOptions {
  readonly sdl: string;
  readonly isPublic: boolean;
}

/** The graph's contract as a text, for whoever may also introspect it. It is sent again only when it changed. */
export async function serveSchema(app: FastifyInstance, { sdl, isPublic }: SchemaOptions): Promise<void> {
  await app.register(etag, { weak: true });
  app.get('/schema.graphql', (request, reply) => {
    if (!isPublic && exchangeOf(request).caller.actor.subject === null)
      return refuse(reply, introspectionNeedsSignIn());
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', isPublic ? 'no-cache' : 'private, no-cache')
      .send(sdl);
  });
}
