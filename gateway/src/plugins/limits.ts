import { hasRole } from '@qianshou/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
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
import { unusableVariable } from '../limits/unusable-text.ts';
import { exchangeOf } from './exchange.ts';
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

interface GraphQLBody {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
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
  const { body } = request;
  const malformed = malformation(body);
  if (malformed !== null) return malformedRequest({ reason: malformed });
  const { query, operationName, variables } = body as GraphQLBody;
  const admission = admit(query);
  if (!admission.admitted) return admission.refusal;
  const exchange = exchangeOf(request);
  exchange.shape = admission.shape;
  if (!isNamed(admission.shape, operationName)) return unknownOperation();
  if (admission.shape.introspects && !mayIntrospect(exchange.caller.actor.subject, options)) {
    return introspectionNeedsSignIn();
  }
  const unusable = unusableVariable(variables, limits);
  return unusable === null ? null : badText({ ...unusable });
}

/** What keeps a body from being one GraphQL request; batches and persisted queries are other things. */
function malformation(body: unknown): string | null {
  if (Array.isArray(body)) return 'a batch; send one request at a time';
  if (!isRecord(body)) return 'no JSON object';
  return malformedPart(body as Partial<GraphQLBody>);
}

function malformedPart({ query, operationName, variables }: Partial<GraphQLBody>): string | null {
  if (typeof query !== 'string' || query === '') return '"query" is not a text';
  if (typeof (operationName ?? '') !== 'string') return '"operationName" is not a text';
  return isRecord(variables ?? {}) ? null : '"variables" is not an object';
}

function isNamed({ operationName }: DocumentShape, wanted: string | null | undefined): boolean {
  return (wanted ?? '') === '' || wanted === operationName;
}

function mayIntrospect(subject: string | null, { publicIntrospection }: LimitOptions): boolean {
  return publicIntrospection || subject !== null;
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
