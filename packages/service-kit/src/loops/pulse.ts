import { Counter, type Registry } from 'prom-client';
import type { Logger } from '../logging/logger.ts';
import { type FaultKind, FAULT_KINDS, faultKind, remedyFor } from './fault-kind.ts';
import { type Sample, scrapedGauge } from './scraped-gauge.ts';

/** What is known from outside of a loop that runs as long as its process: that it goes round, and whether it gets on. */
export interface Pulse {
  readonly name: string;
  /** A turn went well, also when there was nothing to do. */
  readonly beat: () => void;
  /** A turn failed, and the loop goes on: logged, counted, and told until one goes well. */
  readonly failed: (error: unknown, told?: string) => void;
  /** The loop ends on purpose: what it failed at is the next one's, in this process or another. */
  readonly rest: () => void;
  /** False once it has not gone round for so long that something must hang. */
  readonly healthy: () => boolean;
  /** What has kept it from getting on for a while; null while it gets on. */
  readonly problem: () => string | null;
}

export interface PulseOptions {
  readonly name: string;
  readonly logger: Logger;
  readonly metrics: Registry;
}

/** Longer than all deadlines of one turn together. */
const STUCK_AFTER_MS = 180_000;
/** What passes sooner is not worth a person's time. */
const TOLD_AFTER_MS = 10_000;

const LONGEST_SAID = 500;

interface State {
  /** Between its end and the next turn of it, if there is one: nothing is expected of it. */
  isAtRest: boolean;
  turnedAt: number;
  succeededAt: number;
  failingSince: number | null;
  failure: string;
  kind: FaultKind | null;
}

interface Board {
  readonly states: Map<string, State>;
  readonly failures: Counter<'loop'>;
}

const boards = new WeakMap<Registry, Board>();

export function createPulse({ name, logger, metrics }: PulseOptions): Pulse {
  const { states, failures } = boardOf(metrics);
  const now = Date.now();
  const state: State = {
    isAtRest: false,
    turnedAt: now,
    succeededAt: now,
    failingSince: null,
    failure: '',
    kind: null,
  };
  states.set(name, state);
  failures.inc({ loop: name }, 0);
  return {
    name,
    beat: () => {
      state.turnedAt = Date.now();
      state.succeededAt = state.turnedAt;
      forgive(state, false);
    },
    rest: () => forgive(state, true),
    failed: (error, told = 'a turn failed, the loop goes on') => {
      state.turnedAt = Date.now();
      state.isAtRest = false;
      state.failingSince ??= state.turnedAt;
      state.kind = faultKind(error);
      state.failure = describe(error, state.kind);
      failures.inc({ loop: name });
      logger.warn({ err: error, loop: name }, told);
    },
    healthy: () => state.isAtRest || Date.now() - state.turnedAt < STUCK_AFTER_MS,
    problem: () => {
      const { failingSince, failure } = state;
      if (failingSince === null || Date.now() - failingSince < TOLD_AFTER_MS) return null;
      return `has failed since ${new Date(failingSince).toISOString()}: ${failure}`;
    },
  };
}

function forgive(state: State, isAtRest: boolean): void {
  state.isAtRest = isAtRest;
  state.failingSince = null;
  state.kind = null;
}

function describe(error: unknown, kind: FaultKind): string {
  const said =
    error instanceof Error ? `${error.name}: ${error.message.slice(0, LONGEST_SAID)}` : String(error);
  const remedy = remedyFor(kind);
  return remedy === null ? said : `${remedy} (${said})`;
}

function boardOf(metrics: Registry): Board {
  const known = boards.get(metrics);
  if (known !== undefined) return known;
  const states = new Map<string, State>();
  showAges(metrics, states);
  showKinds(metrics, states);
  const failures = new Counter({
    name: 'loop_failures_total',
    help: 'Turns of the loop that failed',
    labelNames: ['loop'] as const,
    registers: [metrics],
  });
  const board = { states, failures };
  boards.set(metrics, board);
  return board;
}

const AGES: readonly {
  readonly name: string;
  readonly help: string;
  readonly since: (state: State) => number | null;
}[] = [
  {
    name: 'loop_turn_age_seconds',
    help: 'Since the loop last went round, well or not',
    since: ({ turnedAt }) => turnedAt,
  },
  {
    name: 'loop_success_age_seconds',
    help: 'Since a turn of the loop last went well',
    since: ({ succeededAt }) => succeededAt,
  },
  {
    name: 'loop_failing_seconds',
    help: 'For how long every turn of the loop has failed; 0 while it gets on',
    since: ({ failingSince }) => failingSince,
  },
];

/** Of a loop that has ended no age says anything, and it fails at nothing. */
function isShown([, { isAtRest }]: readonly [string, State]): boolean {
  return !isAtRest;
}

function showAges(metrics: Registry, states: ReadonlyMap<string, State>): void {
  for (const { name, help, since } of AGES) {
    const read = (): readonly Sample[] =>
      [...states].filter(isShown).map(([loop, state]) => ({
        labels: { loop },
        value: (Date.now() - (since(state) ?? Date.now())) / 1_000,
      }));
    scrapedGauge({ metrics, name, help, labelNames: ['loop'], read });
  }
}

function showKinds(metrics: Registry, states: ReadonlyMap<string, State>): void {
  scrapedGauge({
    metrics,
    name: 'loop_fault',
    help: '1 for what keeps the loop from getting on: a full disk, a missing topic, a database or a broker that is away',
    labelNames: ['loop', 'kind'],
    read: () =>
      [...states].flatMap(([loop, state]) =>
        FAULT_KINDS.map((kind) => ({ labels: { loop, kind }, value: state.kind === kind ? 1 : 0 })),
      ),
  });
}
