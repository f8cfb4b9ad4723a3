import type { GraphQLDataSource } from '@apollo/gateway';
import type { RefusalFactory } from './errors.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { Reply } from './subgraph-connection.ts';
import { subgraphNotReached, subgraphTimeout, subgraphUnavailable } from './subgraph-errors.ts';

export type Answer = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

/** A failure, for the log; the client learns the subgraph's name and nothing else. */
export interface Failure {
  readonly refuse: RefusalFactory;
  readonly reason: string;
  /** Whether a command may have been carried out although no answer came. */
  readonly perhapsDone: boolean;
}

const JSON_TYPES = /^application\/(graphql-response\+)?json\b/;
/** 400: the subgraph refused the variables; its body says which and why. */
const SPEAKING = new Set([200, 400]);

/** What a subgraph answered, or why it did not. */
export function readReply(reply: Reply): Answer | Failure {
  if (reply.outcome !== 'ANSWERED') return failureOf(reply);
  if (!SPEAKING.has(reply.status)) return unavailable(`status ${reply.status}`);
  if (!JSON_TYPES.test(reply.contentType)) return unavailable('not JSON by its content type');
  return parseAnswer(reply.body) ?? unavailable('not a GraphQL response');
}

function failureOf(reply: Exclude<Reply, { outcome: 'ANSWERED' }>): Failure {
  switch (reply.outcome) {
    case 'TIMED_OUT':
      return { refuse: subgraphTimeout, reason: 'no answer in time', perhapsDone: reply.sent };
    case 'TOO_LATE':
      return { refuse: subgraphNotReached, reason: 'not asked in time', perhapsDone: false };
    case 'NOT_ASKED':
      return { refuse: subgraphUnavailable, reason: 'not asked', perhapsDone: false };
    case 'GIVEN_UP':
      return { refuse: subgraphNotReached, reason: 'its client left', perhapsDone: reply.sent };
    case 'FAILED':
      return { ...unavailable(reply.reason), perhapsDone: reply.sent };
  }
}

function parseAnswer(body: string): Answer | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return isAnswer(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isAnswer(parsed: unknown): parsed is Answer {
  if (typeof parsed !== 'object' || parsed === null) return false;
  const { data, errors } = parsed as { readonly data?: unknown; readonly errors?: unknown };
  return errors === undefined ? isObject(data) : Array.isArray(errors) && errors.every(isObject);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unavailable(reason: string): Failure {
  return { refuse: subgraphUnavailable, reason, perhapsDone: true };
}
