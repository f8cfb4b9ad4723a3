import type { ApolloServer } from '@apollo/server';
import type { Logger } from '@qianshou/service-kit/logging';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../gateway-context.ts';
import { exportFormatUnknown, exportOfChanges, exportsBusy, exportTooLarge } from '../files/errors.ts';
import { type Format, formatOf, FORMATS } from '../files/formats.ts';
import {
  type ExportLimits,
  type FileLimit,
  fileLimitOf,
  type FilePlaces,
  readLimit,
} from '../files/limits.ts';
import { malformedRequest } from '../errors.ts';
import { makeFile, type MakingFiles } from '../files/make-file.ts';
import { type Answered, type AskPage, PageRefused } from '../files/pages.ts';
import { askGraph } from './ask-graph.ts';
import { callerKeyOf, exchangeOf } from './exchange.ts';
import type { GraphQLBody } from './graphql-body.ts';
import { refuse } from './refuse.ts';

export interface FileOptions extends MakingFiles {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly contextOf: (request: FastifyRequest) => GatewayContext;
  /** Of each page, not of the file. */
  readonly timeout: number;
  readonly limits: ExportLimits;
  readonly places: FilePlaces;
  readonly logger: Logger;
}

export interface WantedFile {
  readonly format: Format;
  readonly title: string;
  readonly name: string;
}

/** Any query as a file. What stands before it in the line of plugins is what stands before the graph. */
export function serveExports(app: FastifyInstance, options: FileOptions): void {
  app.post('/export', async (request, reply) => {
    const format = formatOf((request.query as { format?: unknown }).format, request.headers.accept);
    if (format === null) return refuse(reply, exportFormatUnknown());
    const title = exchangeOf(request).shape?.operationName ?? 'export';
    return sendFile(options, { request, reply }, { format, title, name: 'export' });
  });
}

interface Conversation {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export async function sendFile(
  options: FileOptions,
  { request, reply }: Conversation,
  wanted: WantedFile,
): Promise<FastifyReply> {
  const { shape, gone } = exchangeOf(request);
  if (shape?.operation !== OperationTypeNode.QUERY) return refuse(reply, exportOfChanges());
  if (limitIn(request) === undefined) return refuse(reply, malformedRequest({ reason: NO_LIMIT }));
  const leave = options.places.enter(callerKeyOf(request));
  if (leave === null) return refuse(reply.header('retry-after', '5'), exportsBusy());
  reply.raw.once('close', leave);
  try {
    return await sendMade(options, { request, reply }, wanted);
  } catch (error) {
    if (gone.aborted) return reply.hijack();
    if (!(error instanceof PageRefused)) throw error;
    return answerAsRefused(reply, error.answered);
  }
}

const NO_LIMIT = {
  en: '"limit" is not a whole number of rows from 1 to 9999999',
  zh: '\u201climit\u201d\u4e0d\u662f 1 \u81f3 9999999 \u7684\u6574\u6570',
};

function limitIn(request: FastifyRequest): number | null | undefined {
  return readLimit((request.query as { readonly limit?: unknown }).limit);
}

async function sendMade(
  options: FileOptions,
  { request, reply }: Conversation,
  wanted: WantedFile,
): Promise<FastifyReply> {
  const { actor } = exchangeOf(request).caller;
  const limit = fileLimitOf(actor, options.limits);
  const rows = { most: limit.rows, limit: limitIn(request) ?? null };
  const asked = { ...wanted, body: request.body as GraphQLBody, actor, ...rows };
  const made = await makeFile(options, asked, askPage(options, request, limit));
  if (made.is === 'TOO_LARGE') return refuse(reply, exportTooLarge({ most: made.most }));
  made.content.once('error', (error) =>
    options.logger.warn({ err: error, format: wanted.format }, 'a file was broken off'),
  );
  if (made.rows !== null) reply.header('x-qianshou-rows', String(made.rows));
  return reply.headers(headersOf(wanted)).type(FORMATS[wanted.format].type).send(made.content);
}

function headersOf({ format, name }: WantedFile): Readonly<Record<string, string>> {
  const kept = format === 'html' ? 'inline' : 'attachment';
  return {
    'content-disposition': `${kept}; filename="${name}.${format}"`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  };
}

/** Of a file there is nothing then, whatever of the data was found; nor is there anything to have already. */
function answerAsRefused(reply: FastifyReply, { status, errors }: Answered): FastifyReply {
  return reply
    .removeHeader('etag')
    .code(status === 200 ? statusOf(errors[0]) : status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors }));
}

/** As programs understand it that read no messages: whether to sign in, to ask somebody, or to come again. */
const STATUSES: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, UNAVAILABLE: 503 };

function statusOf(error: unknown): number {
  const { code = '', kind = '' } =
    (error as { readonly extensions?: { readonly code?: string; readonly kind?: string } }).extensions ?? {};
  return STATUSES[code] ?? STATUSES[kind] ?? 422;
}

/** Each page is executed as the request of a client is, for as long as the client is there and its time lasts. */
function askPage(options: FileOptions, request: FastifyRequest, { seconds }: FileLimit): AskPage {
  const over = AbortSignal.any([exchangeOf(request).gone, AbortSignal.timeout(seconds * 1_000)]);
  return askInNameOf(options, request, over);
}

/** In the name of who asks. */
export function askInNameOf(
  { apollo, contextOf, timeout }: Pick<FileOptions, 'apollo' | 'contextOf' | 'timeout'>,
  request: FastifyRequest,
  over: AbortSignal,
): AskPage {
  return async (query, variables, operationName) => {
    over.throwIfAborted();
    const asked = { query, variables, ...(operationName ? { operationName } : {}) };
    const own = { rank: 0 as const, cost: null, deadline: Date.now() + timeout, gone: over };
    return askGraph(apollo, asked, { ...contextOf(request), ...own });
  };
}
