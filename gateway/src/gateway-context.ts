import type { Language } from '@qianshou/service-kit/identity';
import type { Caller } from './caller.ts';
import { type Freshness, freshness } from './freshness.ts';
import type { QueryCost } from './limits/query-cost.ts';
import type { Rank } from './load/rank.ts';

/** What travels with one request through the gateway. */
export interface GatewayContext {
  readonly correlationId: string;
  readonly caller: Caller;
  /** Whose work it is, in lines and budgets: the subject, or the address of who did not sign in. */
  readonly callerKey: string;
  /** How urgent the work is in lines: reads, commands, commands about money. */
  readonly rank: Rank;
  readonly cost: QueryCost | null;
  readonly freshness: Freshness;
  readonly language: Language;
  /** The W3C trace that the client started; `null` without a well-formed one. */
  readonly traceparent: string | null;
  /** Unix milliseconds after which nobody waits for the answer any more. */
  readonly deadline: number;
  /** Aborted when the client has closed its connection. */
  readonly gone: AbortSignal;
  /** Codes of the errors in the answer, for the log. */
  readonly codes: string[];
  /** Types of which a subgraph said that there is no such object, or none for this caller. */
  readonly absentTypes: Set<string>;
}

type Own = Pick<GatewayContext, 'caller' | 'callerKey' | 'correlationId' | 'deadline' | 'gone' | 'language'>;

/** Of what the gateway asks of the graph without a request of its own. */
export function contextWithoutRequest(own: Own & Partial<GatewayContext>): GatewayContext {
  return {
    rank: 0,
    cost: null,
    freshness: freshness(false),
    codes: [],
    absentTypes: new Set(),
    traceparent: null,
    ...own,
  };
}
