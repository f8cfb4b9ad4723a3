/** Runs the work in a turn of the event loop that is soon to come, in the order of coming. */
export type AwaitTurn = (work: () => void) => void;

export interface TurnOptions {
  /** After so long in one turn, the rest waits for the next. */
  readonly spanMs: number;
  readonly now?: () => number;
  /** What runs in one turn of the event loop; what is added meanwhile runs in the next. */
  readonly next?: (run: () => void) => void;
}

/**
 * Shares the event loop between what has come and what is coming: answers, new connections and clients that leave are
 * heard between two turns, however many requests were read at once.
 */
export function turns({
  spanMs,
  now = () => performance.now(),
  next = (run) => void setImmediate(run),
}: TurnOptions): AwaitTurn {
  let startedAt: number | null = null;

  const begin = (): number => {
    // Added first of all that this turn adds, it runs before all others of the next.
    next(() => (startedAt = null));
    return now();
  };
  const step = (work: () => void): void => {
    startedAt ??= begin();
    if (now() - startedAt < spanMs) work();
    else next(() => step(work));
  };
  return (work) => next(() => step(work));
}

/** For work that goes on in many turns. */
export function turnOf(awaitTurn: AwaitTurn): Promise<void> {
  return new Promise((resolve) => awaitTurn(resolve));
}
