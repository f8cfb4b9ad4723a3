import { type Actor, hasRole } from '@qianshou/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { OperationTypeNode, type DocumentNode } from 'graphql';
import {
  badText,
  introspectionNeedsSignIn,
  malformedRequest,
  queryTooCostly,
  unknownOperation,
  type Refusal,
} from '../errors.ts';
import { askedOperation } from '../limits/asked-operation.ts';
import { documentAdmission, type AdmitDocument } from '../limits/document-admission.ts';
import type { DocumentShape } from '../limits/document-shape.ts';
import type { Limits } from '../limits/limits.ts';
import type { WorkOf } from '../limits/request-work.ts';
import { unusableVariable } from '../limits/unusable-value.ts';
import { mediaTypeOf } from '../media-type.ts';
import { changeByGet, notAcceptable, subscriptionsNotServed } from '../transport-errors.ts';
import { exchangeOf } from './exchange.ts';
import { malformation, type GraphQLBody } from './graphql-body.ts';
import { refuse } from './refuse.ts';

export interface LimitOptions {
  readonly everyone: Limits;
  readonly analysts: Limits;
  readonly workOf: WorkOf;
  /** Whether the schema may be read without signing in. */
  readonly publicIntrospection: boolean;
  /** Whether the client can read what it would be answered; of itself, one of the two types of the graph. */
  readonly takesAnswer: (accept: string | undefined) => boolean;
}

export const takesJson = (accept: string | undefined): boolean => mediaTypeOf(accept) !== null;

export interface LimitSet {
  readonly limits: Limits;
  readonly admit: AdmitDocument;
}

/** By who asks. */
export function limitSets({
  everyone,
  analysts,
}: Pick<LimitOptions, 'everyone' | 'analysts'>): (actor: Actor) => LimitSet {
  const ofEveryone = limitSet(everyone);
  const ofAnalysts = limitSet(analysts);
  return (actor) => (hasRole(actor, ['ANALYST']) ? ofAnalysts : ofEveryone);
}

/** Looks at a request before Apollo does: validation and planning are what an unbounded query makes expensive. */
export function limitRequests(app: FastifyInstance, options: LimitOptions): void {
  const limitsOf = limitSets(options);
  app.addHook('preHandler', (request, reply, done) => {
    const { actor } = exchangeOf(request).caller;
    const refusal = refusalOf(request, limitsOf(actor), options);
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
  const unreadable = bodyRefusal(request, options.takesAnswer);
  if (unreadable !== null) return unreadable;
  const body = request.body as GraphQLBody;
  const { admission, fresh } = admit(body.query, body.operationName || null);
  if (!admission.admitted) return admission.refusal;
  exchangeOf(request).shape = admission.shape;
  const refusal = operationRefusal(request, admission.shape, options);
  if (refusal !== null) return refusal;
  const unusable = unusableVariable(body.variables, limits);
  if (unusable !== null) return badText({ ...unusable });
  return costRefusal(request, { document: admission.document, fresh, options });
}

interface Admitted {
  readonly document: DocumentNode;
  readonly fresh: boolean;
  readonly options: LimitOptions;
}

/** Measures what is asked for, once it is known to be usable. */
function costRefusal(request: FastifyRequest, { document, fresh, options }: Admitted): Refusal | null {
  const { operationName, variables, extensions } = request.body as GraphQLBody;
  const exchange = exchangeOf(request);
  exchange.wantsCost = extensions?.['cost'] === true;
  exchange.work = options.workOf({
    ...askedOperation(document, operationName || null, variables ?? {}),
    fresh,
    actor: exchange.caller.actor,
  });
  const { cost, limit } = exchange.work.cost;
  return cost > limit ? queryTooCostly({ cost, limit }) : null;
}

/** What a client could not read, or nobody could understand. */
function bodyRefusal(
  { headers, body }: FastifyRequest,
  takesAnswer: (accept: string | undefined) => boolean,
): Refusal | null {
  if (!takesAnswer(headers.accept)) return notAcceptable();
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
