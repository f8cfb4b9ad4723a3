/** More links than any wrapping has. */
const LONGEST_CHAIN = 8;

/** The error and what it wraps, outermost first. */
export function causesOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  let waiting: unknown[] = [error];
  while (waiting.length > 0 && chain.length < LONGEST_CHAIN) {
    chain.push(...waiting);
    waiting = waiting.flatMap(wrappedIn).filter((each) => each instanceof Error && !chain.includes(each));
  }
  return chain;
}

function wrappedIn(error: unknown): readonly unknown[] {
  if (!(error instanceof Error)) return [];
  const { cause, errorResponse, err } = error as { cause?: unknown; errorResponse?: unknown; err?: unknown };
  return [cause, errorResponse, err, ...(error instanceof AggregateError ? error.errors : [])];
}
