export interface Pace {
  /** A place was given back: `awaited` when somebody stood in the line for it. */
  readonly left: (awaited: boolean) => void;
  /** Milliseconds between two places that become free while somebody waits; 0 as long as nobody knows. */
  readonly perPlace: () => number;
}

/** How much the latest interval says against those before it. */
const WEIGHT = 0.1;
/** One long pause, as of a hung service, is told by the time-outs and not by this. */
const LONGEST_MS = 1_000;

/** How fast a line moves, as it was lately. */
export function paceOf(now: () => number): Pace {
  let before: number | null = null;
  let pace = 0;
  return {
    perPlace: () => pace,
    left: (awaited) => {
      const time = now();
      // A place that nobody waited for says how much is asked, not how fast it is answered.
      if (awaited && before !== null) {
        const interval = Math.min(LONGEST_MS, time - before);
        pace = pace === 0 ? interval : pace + WEIGHT * (interval - pace);
      }
      before = awaited ? time : null;
      if (!awaited) pace = 0;
    },
  };
}
