import { createHash } from 'node:crypto';
import type { Actor, Role } from '@qianshou/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Refusal } from '../errors.ts';
import {
  documentNotTrusted,
  persistedQueryNotFound,
  persistedQueriesNotServed,
} from '../transport-errors.ts';
import type { TrustedDocuments } from '../trusted/manifests.ts';
import { exchangeOf } from './exchange.ts';
import type { GraphQLBody } from './graphql-body.ts';
import { refuse } from './refuse.ts';

export interface TrustOptions {
  readonly documents: TrustedDocuments;
  /** Whoever holds none but these roles asks trusted documents only. */
  readonly required: readonly Role[];
}

/** How long anybody may keep what the public is answered. */
const KEPT_SECONDS = 30;

/** A request that names a document by its hash becomes the request that sends its text. */
export function takeTrustedDocuments(app: FastifyInstance, options: TrustOptions): void {
  app.addHook('preHandler', (request, reply, done) => {
    const refusal = refusalOf(request, options);
    return refusal === null ? done() : void refuse(reply, refusal);
  });
}

/** Marks an answer that anybody may keep, and leaves out the body that its reader has. */
export function markKeepable(answer: RouteHandlerMethod): RouteHandlerMethod {
  return async function marked(request, reply) {
    const body: unknown = await answer.call(this, request, reply);
    return typeof body === 'string' && mayBeKept(request, reply) ? keepable(reply, body) : body;
  };
}

function refusalOf(request: FastifyRequest, { documents, required }: TrustOptions): Refusal | null {
  const body = (request.body ?? {}) as Partial<GraphQLBody>;
  const id = body.query === undefined ? idOf(request) : null;
  if (id === null) return isTrustedEnough(request, documents, required) ? null : documentNotTrusted();
  const query = documents.textOf(id);
  if (query === null) return documents.count === 0 ? persistedQueriesNotServed() : persistedQueryNotFound();
  request.body = { ...body, query };
  exchangeOf(request).trusted = true;
  return null;
}

function isTrustedEnough(
  request: FastifyRequest,
  documents: TrustedDocuments,
  required: readonly Role[],
): boolean {
  const { query } = (request.body ?? {}) as Partial<GraphQLBody>;
  if (typeof query !== 'string' || !mustTrust(exchangeOf(request).caller.actor, required)) return true;
  exchangeOf(request).trusted = documents.knows(query);
  return exchangeOf(request).trusted;
}

/** Who signed in and holds no role may what the public may. */
export function mustTrust({ grants }: Actor, required: readonly Role[]): boolean {
  const held: readonly Role[] = grants.length === 0 ? ['PUBLIC'] : grants.map(({ role }) => role);
  return held.every((role) => required.includes(role));
}

/** As persisted-query links send it, or as the parameter that GraphQL over HTTP proposes. */
function idOf({ body }: FastifyRequest): string | null {
  const { extensions, documentId } = (body ?? {}) as Partial<GraphQLBody> & { readonly documentId?: unknown };
  const hash = (extensions?.['persistedQuery'] as { readonly sha256Hash?: unknown } | undefined)?.sha256Hash;
  const id = hash ?? documentId;
  return typeof id === 'string' ? id : null;
}

/** What the public asked by the hash of a document: the same for everybody, where nothing of it was refused. */
function mayBeKept(request: FastifyRequest, reply: FastifyReply): boolean {
  const { trusted, caller, codes, wantsCost, freshness } = exchangeOf(request);
  const isPublic = caller.actor.subject === null && request.headers.authorization === undefined;
  const isWhole = reply.statusCode === 200 && codes.length === 0 && !wantsCost && !freshness.wantsPosition;
  return request.method === 'GET' && trusted && isPublic && isWhole;
}

function keepable(reply: FastifyReply, payload: string): string {
  const etag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
  reply.headers({
    etag,
    'cache-control': `public, max-age=${KEPT_SECONDS}`,
    vary: 'accept, accept-encoding, accept-language, authorization, origin',
  });
  if (reply.request.headers['if-none-match'] !== etag) return payload;
  reply.code(304);
  return '';
}
