import { Readable } from 'node:stream';
import type { Actor, ErrorKind } from '@qianshou/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '../identity/identity.ts';
import type { Language } from '../identity/language.ts';
import type { Logger } from '../logging/logger.ts';
import { formatSubgraphError, inLanguage, isFault } from './error-format.ts';

/** What the gateway passes on of a request that is none of the graph's. */
export interface DoorRequest {
  readonly actor: Actor;
  readonly language: Language;
  /** Of the address; what stands twice counts as it stands last. */
  readonly query: Readonly<Record<string, string>>;
  readonly header: (name: string) => string | undefined;
  /** Aborted when nobody waits any more, or the process is to end. */
  readonly gone: AbortSignal;
}

export interface DoorAnswer {
  readonly headers: Readonly<Record<string, string>>;
  /** Piece by piece where it has no end: taken no faster than it is read. */
  readonly body: string | AsyncIterable<string>;
}

/** A path beside the graph, for the gateway alone: whoever does not sign as the gateway is turned away before it. */
export interface Door {
  readonly path: `/${string}`;
  readonly answer: (request: DoorRequest) => Promise<DoorAnswer>;
}

const STATUS: Readonly<Record<ErrorKind, number>> = {
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 400,
  FORBIDDEN: 403,
  UNAVAILABLE: 503,
};

export interface Doors {
  readonly doors: readonly Door[];
  readonly identityOf: (request: FastifyRequest) => Identity;
  readonly logger: Logger;
}

export function openDoors(app: FastifyInstance, { doors, identityOf, logger }: Doors): void {
  const closing = new AbortController();
  app.addHook('preClose', (done) => {
    closing.abort();
    done();
  });
  for (const { path, answer } of doors) {
    app.get(path, async (request, reply) => {
      const { actor, language } = identityOf(request);
      const gone = AbortSignal.any([departureOf(reply), closing.signal]);
      try {
        const { headers, body } = await answer({ ...readRequest(request), actor, language, gone });
        return await reply.headers(headers).send(typeof body === 'string' ? body : Readable.from(body));
      } catch (error) {
        if (isFault(error)) logger.error({ err: error, path }, 'a door failed');
        return refuse(reply, error, language);
      }
    });
  }
}

function readRequest(request: FastifyRequest): Pick<DoorRequest, 'query' | 'header'> {
  const given = Object.entries(request.query as Record<string, string | readonly string[]>);
  return {
    query: Object.fromEntries(given.map(([name, value]) => [name, [value].flat().at(-1) ?? ''])),
    header: (name) => [request.headers[name]].flat().at(-1),
  };
}

function departureOf({ raw }: FastifyReply): AbortSignal {
  const departure = new AbortController();
  // Who left while the request was looked at is not told of again.
  if (raw.closed) departure.abort();
  else raw.once('close', () => departure.abort());
  return departure.signal;
}

/** In the shape that readers of the graph know, and told as little of a fault. */
function refuse(reply: FastifyReply, error: unknown, language: Language): FastifyReply {
  const { message, extensions } = inLanguage(formatSubgraphError({ message: '' }, error), language);
  const { code, kind } = extensions as { readonly code: string; readonly kind?: ErrorKind };
  const status = kind === undefined ? 500 : STATUS[kind];
  return reply
    .code(code === 'UNAUTHENTICATED' ? 401 : status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions }] });
}
