import { randomUUIDv7 } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { CORRELATION_HEADER } from '@qianshou/service-kit/identity';
import type { FastifyServerOptions } from 'fastify';
import type { Refusal } from '../errors.ts';
import { JSON_TYPE } from '../media-type.ts';
import { headersTooLarge, malformedHttp, malformedUrl, requestTooSlow } from '../transport-errors.ts';
import { openExchange } from './exchange.ts';
import { refusalText, refuse } from './refuse.ts';

/** What Node's parser gives up on, before there is a request that a plugin could answer. */
const REASONS: Readonly<Record<string, () => Refusal>> = {
  HPE_HEADER_OVERFLOW: headersTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: requestTooSlow,
};

type Handlers = Required<Pick<FastifyServerOptions, 'frameworkErrors' | 'clientErrorHandler'>>;

/** Answers also what is no request in the shape that GraphQL clients read. */
export const unreadableRequests: Handlers = {
  frameworkErrors: (_error, request, reply) => {
    openExchange(request, reply);
    refuse(
      reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }),
      malformedUrl(),
    );
  },
  clientErrorHandler: ({ code }, socket) => {
    if (code === 'ECONNRESET' || socket.destroyed) return;
    if (socket.writable) socket.write(rawAnswer(REASONS[code]?.() ?? malformedHttp()));
    socket.destroy();
  },
};

function rawAnswer(refusal: Refusal): string {
  const { status } = refusal.definition;
  const body = refusalText(refusal, 'en');
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${JSON_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `${CORRELATION_HEADER}: ${randomUUIDv7()}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
