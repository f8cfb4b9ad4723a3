import type { Actor } from '@qianshou/kernel';
import type { Language } from '@qianshou/service-kit/identity';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  OperationTypeNode,
  subscribe,
  validate,
} from 'graphql';
import type { Caller } from '../caller.ts';
import { badText, queryTooCostly, rateLimited, type Refusal } from '../errors.ts';
import { askedOperation, type Variables } from '../limits/asked-operation.ts';
import type { WorkOf } from '../limits/request-work.ts';
import { unusableVariable } from '../limits/unusable-value.ts';
import type { Spend } from '../load/rates.ts';
import type { LimitSet } from '../plugins/limits.ts';
import { mustTrust, type TrustOptions } from '../plugins/trusted-documents.ts';
import { documentNotTrusted } from '../transport-errors.ts';
import { type Following, type HubStreams, StreamEnded, type ToldEvent } from './hub-stream.ts';
import { subscriptionNeedsSignIn, subscriptionsOnly, tooManyIds } from './live-errors.ts';
import { asError, type Results, stoppable } from './live-results.ts';
import { type LiveChange, type LiveContext, liveEvent, liveField } from './live-schema.ts';
import { NODE_ID, nodeQueryOf } from './node-query.ts';

/** Who listens, until when. */
export interface Listener {
  readonly caller: Caller;
  readonly callerKey: string;
  readonly address: string;
  readonly language: Language;
  readonly correlationId: string;
  readonly gone: AbortSignal;
}

export interface AskedSubscription {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Variables;
}

/** As either protocol gives it. */
export function askedBy({
  query,
  operationName,
  variables,
}: {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}): AskedSubscription {
  return {
    query: typeof query === 'string' ? query : '',
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : null,
    variables: (typeof variables === 'object' && variables !== null
      ? variables
      : {}) as AskedSubscription['variables'],
  };
}

/** Asks the graph in the name of who listens, no older than an event left its subject. */
export type AskNode = (
  listener: Listener,
  asked: { readonly query: string; readonly variables: Variables; readonly atLeast: string },
) => Promise<ExecutionResult>;

export interface LiveOptions {
  readonly schema: GraphQLSchema;
  readonly streams: HubStreams;
  /** Where the feed stands; null while the hub does not answer. */
  readonly now: (correlationId: string) => Promise<string | null>;
  readonly limitsOf: (actor: Actor) => LimitSet;
  readonly workOf: WorkOf;
  readonly spend: Spend;
  readonly askNode: AskNode;
  readonly trust: TrustOptions;
}

export type Opened =
  | { readonly is: 'OPEN'; readonly results: Results }
  | { readonly is: 'REFUSED'; readonly refusal: Refusal }
  /** What the graph says of the document. */
  | { readonly is: 'WRONG'; readonly errors: readonly GraphQLError[] };

const MOST_IDS = 100;

/** Looks at a subscription as at any other question, then follows what it asks for. */
export function openSubscription(options: LiveOptions) {
  return async (listener: Listener, asked: AskedSubscription): Promise<Opened> => {
    const admitted = admit(options, listener, asked);
    if ('is' in admitted) return admitted;
    const { document, cost } = admitted;
    const stop = new AbortController();
    const gone = AbortSignal.any([listener.gone, stop.signal]);
    const contextValue = contextOf(options, { ...listener, gone }, { ...asked, cost });
    const result = await subscribe({
      schema: options.schema,
      document,
      operationName: asked.operationName,
      variableValues: { ...asked.variables },
      contextValue,
      fieldResolver: liveField,
    });
    if (!(Symbol.asyncIterator in result)) return { is: 'WRONG', errors: result.errors ?? [] };
    return { is: 'OPEN', results: stoppable(result, stop, listener.language) };
  };
}

interface Admitted {
  readonly document: DocumentNode;
  readonly cost: number;
}

function admit(
  { schema, limitsOf, workOf, trust }: LiveOptions,
  { caller: { actor } }: Listener,
  { query, operationName, variables }: AskedSubscription,
): Admitted | Opened {
  const refused = (refusal: Refusal): Opened => ({ is: 'REFUSED', refusal });
  const unwelcome = callerRefusal(actor, trust, query);
  if (unwelcome !== null) return refused(unwelcome);
  const { limits, admit: admitDocument } = limitsOf(actor);
  const { admission, fresh } = admitDocument(query, operationName);
  if (!admission.admitted) return refused(admission.refusal);
  const { document, shape } = admission;
  if (shape.operation !== OperationTypeNode.SUBSCRIPTION) return refused(subscriptionsOnly());
  const unusable = unusableVariable(variables, limits);
  if (unusable !== null) return refused(badText({ ...unusable }));
  const errors = validate(schema, document, undefined, { maxErrors: 5 });
  if (errors.length > 0) return { is: 'WRONG', errors: errors.map(withCode) };
  const work = workOf({ ...askedOperation(document, operationName, variables), fresh, actor });
  const { cost, limit } = work.cost;
  return cost > limit ? refused(queryTooCostly({ cost, limit })) : { document, cost: work.charge };
}

function callerRefusal(actor: Actor, { documents, required }: TrustOptions, query: string): Refusal | null {
  if (actor.subject === null) return subscriptionNeedsSignIn();
  return mustTrust(actor, required) && !documents.knows(query) ? documentNotTrusted() : null;
}

function withCode({ message, nodes, path }: GraphQLError): GraphQLError {
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', kind: 'INVALID' };
  return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions });
}

function contextOf(
  { streams, now, spend, askNode }: LiveOptions,
  listener: Listener,
  { variables, cost }: AskedSubscription & { readonly cost: number },
): LiveContext {
  const follow = async function* follow(what: Partial<Following>): AsyncGenerator<ToldEvent> {
    const after = what.after ?? (await now(listener.correlationId));
    if (after === null) throw new StreamEnded('FEED_UNAVAILABLE', null);
    yield* streams.follow(
      listener,
      listener.language,
      { types: [], region: null, ...what, after },
      listener.gone,
    );
  };
  return {
    events: async function* events({ after = null, types, region = null }) {
      for await (const told of follow({ after, types: types ?? [], region }))
        yield { events: liveEvent(told) };
    },
    changed: async function* changed({ ids, after = null }) {
      if (ids.length === 0 || ids.length > MOST_IDS)
        throw asError(tooManyIds({ most: MOST_IDS }), listener.language);
      const wanted = new Set(ids);
      for await (const told of follow({ after })) yield* changesIn(told, wanted);
    },
    nodeOf: async (change, info) => {
      await pay(spend, listener, cost);
      return nodeOf({ askNode, listener, variables }, change, info);
    },
  };
}

interface NodeParts {
  readonly askNode: AskNode;
  readonly listener: Listener;
  readonly variables: Variables;
}

async function nodeOf(
  { askNode, listener, variables }: NodeParts,
  { id, event }: LiveChange,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const { query, variables: read } = nodeQueryOf(info);
  const given = Object.fromEntries(read.map((name) => [name, variables[name]]));
  const asked = {
    query,
    variables: { ...given, [NODE_ID]: id },
    atLeast: `${event.subject}@${event.sequence}`,
  };
  const { data, errors = [] } = await askNode(listener, asked);
  const node = data?.['node'] ?? null;
  const [first] = errors;
  if (node === null && first !== undefined)
    throw new GraphQLError(first.message, { extensions: first.extensions });
  return node;
}

function* changesIn(
  told: ToldEvent,
  wanted: ReadonlySet<string>,
): Generator<{ readonly changed: LiveChange }> {
  const about = told.subject.slice(told.subject.indexOf('/') + 1);
  const named = [about, ...Object.values(told.data).flat()].filter((each) => typeof each === 'string');
  const event = liveEvent(told);
  for (const id of new Set(named))
    if (wanted.has(id)) yield { changed: { id, event, position: told.position } };
}

/** What the beginning of a stream costs, as that of the feed. */
const BEGINNING = 1_000;

/** @throws where the caller's budget is spent */
export const payForBeginning = (spend: Spend, listener: Listener): Promise<void> =>
  pay(spend, listener, BEGINNING);

/** Each object that is asked for with an event is paid for as a question. */
async function pay(
  spend: Spend,
  { callerKey: caller, address, language }: Listener,
  cost: number,
): Promise<void> {
  const verdict = await spend({ caller, address, cost, mutation: false, rootNames: [], bytes: 0 });
  if (verdict.allowed) return;
  const { budget, reset } = verdict.tightest;
  throw asError(rateLimited({ budget, retryAfter: Math.max(1, reset) }), language);
}
