import { shareOf } from './share.ts';

export interface Waiting {
  readonly caller: string;
  readonly rank: number;
  readonly admit: () => void;
}

export interface WaitingLine {
  readonly add: (waiting: Waiting) => void;
  /** Takes one out; its caller goes behind the other callers. */
  readonly remove: (waiting: Waiting) => void;
  /** Who is next among those who may enter: the highest rank, and there the caller who was let in longest ago. */
  readonly next: (mayEnter: (caller: string) => boolean) => Waiting | undefined;
  readonly length: () => number;
  /** How many will be let in before a newcomer of this caller: callers take turns. */
  readonly before: (caller: string, rank: number) => number;
  /** Whether there is no room to wait: for anybody, or for a caller who has its share of it. */
  readonly full: (caller: string, rank: number) => boolean;
}

/** One rank's line: a queue for each caller; the callers take turns. */
type Queues = Map<string, readonly Waiting[]>;

export function waitingLine(longest: readonly number[]): WaitingLine {
  const ranks = longest.map((most) => ({ most, length: 0, queues: new Map() as Queues }));
  const last = { most: 0, length: 0, queues: new Map() as Queues };
  const lineOf = (rank: number) => ranks[Math.min(rank, ranks.length - 1)] ?? last;

  return {
    add: (waiting) => {
      const line = lineOf(waiting.rank);
      line.queues.set(waiting.caller, [...(line.queues.get(waiting.caller) ?? []), waiting]);
      line.length += 1;
    },
    remove: (waiting) => {
      const line = lineOf(waiting.rank);
      const queue = (line.queues.get(waiting.caller) ?? []).filter((other) => other !== waiting);
      line.queues.delete(waiting.caller);
      if (queue.length > 0) line.queues.set(waiting.caller, queue);
      line.length -= 1;
    },
    next: (mayEnter) => {
      for (const { queues } of ranks.toReversed()) {
        for (const [caller, [first]] of queues) if (mayEnter(caller)) return first;
      }
      return undefined;
    },
    before: (caller, rank) => {
      const own = lineOf(rank).queues.get(caller)?.length ?? 0;
      return ranks.reduce((sum, line) => {
        if (line === lineOf(rank)) return sum + turnsBefore(line.queues, own);
        return ranks.indexOf(line) > rank ? sum + line.length : sum;
      }, 0);
    },
    length: () => ranks.reduce((sum, { length }) => sum + length, 0),
    full: (caller, rank) => {
      const { length, most, queues } = lineOf(rank);
      return length >= most || (queues.get(caller)?.length ?? 0) >= shareOf(most);
    },
  };
}

/** Of each other caller as many as of this one, if it has so many. */
function turnsBefore(queues: Queues, own: number): number {
  let sum = 0;
  for (const queue of queues.values()) sum += Math.min(queue.length, own + 1);
  return sum;
}
