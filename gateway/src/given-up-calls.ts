/** So many calls in a row without an answer in time, and a subgraph is taken for one that hangs. */
export const FEW = 3;

export interface GivenUpCalls {
  /** Gives a call up when its client leaves; what comes back is to be called when the call is over. */
  readonly watch: (gone: AbortSignal | undefined, giveUp: () => void) => () => void;
}

/**
 * Calls whose clients left are broken off, but for a few: a subgraph that hangs would else never be noticed, since
 * impatient clients leave before it is late.
 */
export function givenUpCalls(): GivenUpCalls {
  let heardOut = 0;
  return {
    watch: (gone, giveUp) => {
      if (gone === undefined) return () => {};
      let kept = false;
      const leave = (): void => {
        if (heardOut >= FEW) return giveUp();
        kept = true;
        heardOut += 1;
      };
      gone.addEventListener('abort', leave);
      return () => {
        gone.removeEventListener('abort', leave);
        if (kept) heardOut -= 1;
        kept = false;
      };
    },
  };
}
