/** What waits to be sent to an endpoint, of one event. */
export interface Waiting {
  readonly id: string;
  readonly subject: string;
  readonly seq: number;
  readonly dueAt: Date;
}

export type DeliveryMode = 'PARALLEL' | 'FIFO';

const AT_ONCE = 10;

export interface Turn {
  readonly mode: DeliveryMode;
  /** Attempts that failed since the last that did not: one at a time shows whether it is back. */
  readonly failures: number;
  readonly now: Date;
  /** Fewer at a time, where the receiver wants that. */
  readonly atMost?: number;
}

/**
 * What is sent next, oldest first. Of one subject nothing overtakes what waits before it, where that is asked for.
 */
export function nextToSend<Each extends Waiting>(
  waiting: readonly Each[],
  { mode, failures, now, atMost = AT_ONCE }: Turn,
): readonly Each[] {
  const inOrder = waiting.toSorted((one, other) => one.seq - other.seq);
  const first = mode === 'FIFO' ? firstOfEachSubject(inOrder) : inOrder;
  return first.filter(({ dueAt }) => dueAt <= now).slice(0, failures > 0 ? 1 : Math.min(atMost, AT_ONCE));
}

function firstOfEachSubject<Each extends Waiting>(inOrder: readonly Each[]): readonly Each[] {
  const subjects = new Set<string>();
  return inOrder.filter(({ subject }) => {
    if (subjects.has(subject)) return false;
    subjects.add(subject);
    return true;
  });
}
