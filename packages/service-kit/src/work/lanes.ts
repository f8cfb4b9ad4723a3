/** How many requests are worked on at once, so that what one caller asks leaves room for what others ask. */
export interface Lanes {
  readonly enter: <Result>(
    caller: string,
    signal: AbortSignal,
    body: () => Promise<Result>,
  ) => Promise<Result>;
  /** Waits for a lane, and returns how to leave it. */
  readonly take: (caller: string, signal: AbortSignal) => Promise<() => void>;
}

export interface LanesOptions {
  readonly inAll: number;
  readonly perCaller: number;
}

interface Waiting {
  readonly caller: string;
  readonly begin: () => void;
}

export function lanesOf(options: LanesOptions): Lanes {
  const waiting = new Set<Waiting>();
  const atWork = countsOf(options);

  /** Of those who may, whoever has the fewest at work; among equals, who came first. */
  const beginNext = (): void => {
    const able = [...waiting].filter(({ caller }) => atWork.hasRoom(caller));
    const fewest = Math.min(...able.map(({ caller }) => atWork.of(caller)));
    able.find(({ caller }) => atWork.of(caller) === fewest)?.begin();
  };
  const take: Lanes['take'] = async (caller, signal) => {
    signal.throwIfAborted();
    if (atWork.hasRoom(caller)) atWork.enter(caller);
    else await untilBegun(waiting, { caller, signal, enter: atWork.enter });
    return () => {
      atWork.leave(caller);
      beginNext();
    };
  };
  return {
    take,
    enter: async (caller, signal, body) => {
      const done = await take(caller, signal);
      try {
        return await body();
      } finally {
        done();
      }
    },
  };
}

function countsOf({ inAll, perCaller }: LanesOptions) {
  const running = new Map<string, number>();
  let total = 0;
  const of = (caller: string): number => running.get(caller) ?? 0;
  const add = (caller: string, change: 1 | -1): void => {
    total += change;
    const left = of(caller) + change;
    if (left === 0) running.delete(caller);
    else running.set(caller, left);
  };
  return {
    of,
    hasRoom: (caller: string): boolean => total < inAll && of(caller) < perCaller,
    enter: (caller: string): void => add(caller, 1),
    leave: (caller: string): void => add(caller, -1),
  };
}

interface Entry {
  readonly caller: string;
  readonly signal: AbortSignal;
  readonly enter: (caller: string) => void;
}

function untilBegun(waiting: Set<Waiting>, { caller, signal, enter }: Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      waiting.delete(entry);
      reject(signal.reason as Error);
    };
    const begin = (): void => {
      waiting.delete(entry);
      signal.removeEventListener('abort', giveUp);
      // At once, not when the promise is heard: others ask for room in between.
      enter(caller);
      resolve();
    };
    const entry: Waiting = { caller, begin };
    signal.addEventListener('abort', giveUp, { once: true });
    waiting.add(entry);
  });
}
