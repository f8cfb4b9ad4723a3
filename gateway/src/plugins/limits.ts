import { hasRole } from '@qianshou/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import {
  badText,
  introspectionNeedsSignIn,
  malformedRequest,
  unknownOperation,
  type Refusal,
} from '../errors.ts';
import { documentAdmission, type AdmitDocument } from '../limits/document-admission.ts';
import type { DocumentShape } from '../limits/document-shape.ts';
import type { Limits } from '../limits/limits.ts';
import { unusableVariable } from '../limits/unusable-value.ts';
import { mediaTypeOf } from '../media-type.ts';
import {
  changeByGet,
  notAcceptable,
  persistedQueriesNotServed,
  subscriptionsNotServed,
} from '../transport-errors.ts';
import { exchangeOf } from './exchange.ts';
import { isHashAlone, malformation, type GraphQLBody } from './graphql-body.ts';
import { refuse } from './refuse.ts';

export interface LimitOptions {
  readonly everyone: Limits;
  readonly analysts: Limits;
  /** Whether the schema may be read without signing in. */
  readonly publicIntrospection: boolean;
}

interface LimitSet {
  readonly limits: Limits;
  readonly admit: AdmitDocument;
}

/** Looks at a request before Apollo does: validation and planning are what an unbounded query makes expensive. */
export function limitRequests(app: FastifyInstance, options: LimitOptions): void {
  const everyone = limitSet(options.everyone);
  const analysts = limitSet(options.analysts);
  app.addHook('preHandler', (request, reply, done) => {
    const { actor } = exchangeOf(request).caller;
    const refusal = refusalOf(request, hasRole(actor, ['ANALYST']) ? analysts : everyone, options);
    return refusal === null ? done() : void refuse(reply, refusal);
  });
}

function limitSet(limits: Limits): LimitSet {
  return { limits, admit: documentAdmission(limits) };
}

function refusalOf(
  request: FastifyRequest,
  { limits, admit }: LimitSet,
  options: LimitOptions,
): Refusal | null {
  const unreadable = bodyRefusal(request);
  if (unreadable !== null) return unreadable;
  const { query, operationName, variables } = request.body as GraphQLBody;
  const admission = admit(query, operationName || null);
  if (!admission.admitted) return admission.refusal;
  exchangeOf(request).shape = admission.shape;
  const refusal = operationRefusal(request, admission.shape, options);
  if (refusal !== null) return refusal;
  const unusable = unusableVariable(variables, limits);
  return unusable === null ? null : badText({ ...unusable });
}

/** What a client could not read, or nobody could understand. */
function bodyRefusal({ headers, body }: FastifyRequest): Refusal | null {
  if (mediaTypeOf(headers.accept) === null) return notAcceptable();
  if (isHashAlone(body)) return persistedQueriesNotServed();
  const malformed = malformation(body);
  return malformed === null ? null : malformedRequest({ reason: malformed });
}

/** Of the operation that is asked for: there must be one, of a kind that is served, in the way it is served. */
function operationRefusal(
  request: FastifyRequest,
  { operation, introspects }: DocumentShape,
  options: LimitOptions,
): Refusal | null {
  if (operation === null) return unknownOperation();
  if (operation === OperationTypeNode.SUBSCRIPTION) return subscriptionsNotServed();
  if (operation === OperationTypeNode.MUTATION && request.method === 'GET') return changeByGet();
  const { subject } = exchangeOf(request).caller.actor;
  return introspects && !mayIntrospect(subject, options) ? introspectionNeedsSignIn() : null;
}

function mayIntrospect(subject: string | null, { publicIntrospection }: LimitOptions): boolean {
  return publicIntrospection || subject !== null;
}
