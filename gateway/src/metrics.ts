import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { BreakerState } from './subgraph-breaker.ts';
import type { Reply } from './subgraph-connection.ts';

export interface AnsweredRequest {
  readonly kind: 'query' | 'mutation' | 'refused';
  readonly status: number;
  readonly seconds: number;
  readonly codes: readonly string[];
}

/** Why a request was turned away although nothing was wrong with it. */
export type ShedReason = 'LINE_FULL' | 'NO_PLACE_IN_TIME' | 'EVENT_LOOP' | 'SLOW_READER' | 'CLIENT_GONE';

export interface GatewayMetrics {
  readonly requestAnswered: (request: AnsweredRequest) => void;
  readonly subgraphAnswered: (subgraph: string, outcome: Reply['outcome'], milliseconds: number) => void;
  readonly breakerChanged: (subgraph: string, state: BreakerState) => void;
  readonly shed: (reason: ShedReason) => void;
  readonly rateLimited: (budget: string) => void;
  readonly measured: (cost: number) => void;
  /** Read at each scrape, so that they are true then. */
  readonly watch: (name: WatchedGauge, read: () => number) => void;
}

const WATCHED = {
  in_flight: 'Requests being answered now',
  waiting: 'Requests that wait for a place',
  files: 'Files being made now',
  connections: 'Connections of clients',
  unsent_bytes: 'Bytes of answers that clients have not read yet',
  event_loop_delay_seconds: 'How late the event loop ran in the last half second, on average',
} as const;

export type WatchedGauge = keyof typeof WATCHED;
export const WATCHED_GAUGES = Object.keys(WATCHED) as readonly WatchedGauge[];

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];
const COSTS = [1, 10, 100, 1_000, 5_000, 20_000, 100_000, 1_000_000];
/** Codes come from services too; a service that went wrong must not fill the memory of whoever scrapes. */
const MOST_CODES = 500;

export function gatewayMetrics(registry: Registry): GatewayMetrics {
  const registers = [registry];
  const costs = new Histogram({
    name: 'gateway_query_cost',
    help: 'What operations asked for, in objects',
    buckets: COSTS,
    registers,
  });
  return {
    ...subgraphMetrics(registers),
    ...refusalMetrics(registers),
    requestAnswered: requestMetrics(registers),
    measured: (cost) => costs.observe(cost),
    watch: (name, read) => {
      const gauge: Gauge = new Gauge({
        name: `gateway_${name}`,
        help: WATCHED[name],
        registers,
        collect: () => gauge.set(read()),
      });
    },
  };
}

function requestMetrics(registers: Registry[]): GatewayMetrics['requestAnswered'] {
  const requests = new Histogram({
    name: 'gateway_request_seconds',
    help: 'Time from the first byte of a request to its answer, by kind and status; its count is the count of requests',
    labelNames: ['kind', 'status'],
    buckets: SECONDS,
    registers,
  });
  const codes = new Counter({
    name: 'gateway_error_codes_total',
    help: 'Errors in answers, by code',
    labelNames: ['code'],
    registers,
  });
  const known = new Set<string>();
  return ({ kind, status, seconds, codes: found }) => {
    requests.observe({ kind, status }, seconds);
    for (const code of found) {
      if (known.size < MOST_CODES) known.add(code);
      codes.inc({ code: known.has(code) ? code : 'OTHER' });
    }
  };
}

type SubgraphMetrics = Pick<GatewayMetrics, 'subgraphAnswered' | 'breakerChanged'>;

function subgraphMetrics(registers: Registry[]): SubgraphMetrics {
  const seconds = new Histogram({
    name: 'gateway_subgraph_seconds',
    help: 'Time of calls to subgraphs with their wait for a place, by subgraph and outcome',
    labelNames: ['subgraph', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const breakers = new Gauge({
    name: 'gateway_breaker_open',
    help: '1 while a subgraph that hangs is not asked',
    labelNames: ['subgraph'],
    registers,
  });
  return {
    subgraphAnswered: (subgraph, outcome, milliseconds) =>
      seconds.observe({ subgraph, outcome }, milliseconds / 1_000),
    breakerChanged: (subgraph, state) => breakers.set({ subgraph }, state === 'OPEN' ? 1 : 0),
  };
}

type RefusalMetrics = Pick<GatewayMetrics, 'shed' | 'rateLimited'>;

function refusalMetrics(registers: Registry[]): RefusalMetrics {
  const shed = new Counter({
    name: 'gateway_shed_total',
    help: 'Requests turned away because there was too much to do, by reason',
    labelNames: ['reason'],
    registers,
  });
  const limited = new Counter({
    name: 'gateway_rate_limited_total',
    help: 'Requests beyond a budget, by budget',
    labelNames: ['budget'],
    registers,
  });
  return { shed: (reason) => shed.inc({ reason }), rateLimited: (budget) => limited.inc({ budget }) };
}
