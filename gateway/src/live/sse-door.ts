import { Readable } from 'node:stream';
import { languageOf } from '@qianshou/service-kit/identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { createHandler } from 'graphql-sse';
import { addressKey } from '../load/caller-key.ts';
import { callerKeyOf, exchangeOf } from '../plugins/exchange.ts';
import { refusalText, refuse } from '../plugins/refuse.ts';
import type { Refusal } from '../errors.ts';
import { streamNotAccepted } from './live-errors.ts';
import { askedBy, type Listener, type LiveOptions, openSubscription } from './subscriptions.ts';

const PATH = '/graphql/stream';
const STREAM = 'text/event-stream';

/** Subscriptions as streams of events, each with a connection of its own (graphql-sse, distinct connections). */
export function serveStreams(app: FastifyInstance, options: LiveOptions): void {
  const open = openSubscription(options);
  const handle = createHandler<FastifyRequest>({
    // Only connections of their own: nothing is kept here between two requests.
    authenticate: () => null,
    onSubscribe: async ({ raw }, params) => {
      const opened = await open(listenerOf(raw), askedBy(params));
      if (opened.is === 'OPEN') return opened.results;
      if (opened.is === 'WRONG') return wrongDocument(opened.errors);
      return refusedStream(raw, opened.refusal);
    },
  });
  app.route({
    method: ['GET', 'POST'],
    url: PATH,
    exposeHeadRoute: false,
    compress: false,
    handler: async (request, reply) => {
      if (!(request.headers.accept ?? '').includes(STREAM)) return refuse(reply, streamNotAccepted());
      const [body, { status, headers = {} }] = await handle({
        method: request.method,
        url: request.url,
        headers: { get: (name) => (name === 'accept' ? STREAM : [request.headers[name]].flat()[0]) },
        body: () => (request.body ?? null) as never,
        raw: request,
        context: undefined,
      });
      return answer(reply.code(status), headers, body);
    },
  });
}

/** What is written only when it is read: a slow client slows down its own stream. */
function answer(
  reply: FastifyReply,
  headers: Readonly<Record<string, string | undefined>>,
  body: string | AsyncGenerator<string> | null,
): FastifyReply {
  const type = headers['content-type'] ?? `${STREAM}; charset=utf-8`;
  void reply.type(type).header('cache-control', 'no-cache').header('x-accel-buffering', 'no');
  return reply.send(body === null || typeof body === 'string' ? body : Readable.from(body));
}

const JSON_ANSWER = { 'content-type': 'application/json; charset=utf-8' };

function wrongDocument(errors: readonly GraphQLError[]) {
  return [
    JSON.stringify({ errors }),
    { status: 400, statusText: 'Bad Request', headers: JSON_ANSWER },
  ] as const;
}

function refusedStream(request: FastifyRequest, refusal: Refusal) {
  const { code, status } = refusal.definition;
  exchangeOf(request).codes.push(code);
  const body = refusalText(refusal, languageOf(request.headers['accept-language']));
  return [body, { status, statusText: code, headers: JSON_ANSWER }] as const;
}

function listenerOf(request: FastifyRequest): Listener {
  const { caller, correlationId, gone } = exchangeOf(request);
  return {
    caller,
    callerKey: callerKeyOf(request),
    address: addressKey(request.ip),
    language: languageOf(request.headers['accept-language']),
    correlationId,
    gone,
  };
}
