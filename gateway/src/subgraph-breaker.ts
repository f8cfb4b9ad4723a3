import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhenResult,
} from 'cockatiel';
import { FEW } from './given-up-calls.ts';
import type { Reply } from './subgraph-connection.ts';

/** Says nothing of the subgraph, for or against it: while nothing is broken, the library does not count what is thrown. */
class GivenUp extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super('given up');
    this.reply = reply;
  }
}

const SILENT: ReadonlySet<Reply['outcome']> = new Set(['TIMED_OUT', 'GIVEN_UP']);

/** Then one call tries it again; the others are answered at once meanwhile. */
const REST_MS = 1_000;

export type BreakerState = 'CLOSED' | 'OPEN';

export interface SubgraphBreaker {
  readonly guard: (call: () => Promise<Reply>) => Promise<Reply>;
}

/**
 * Asks a subgraph that hangs no more for a while. Only silence counts: what fails at once costs nobody time and is told
 * apart from what comes back by asking.
 */
export function subgraphBreaker(onChange: (state: BreakerState) => void): SubgraphBreaker {
  const silent = handleWhenResult((reply) => SILENT.has((reply as Reply).outcome));
  const breaker = circuitBreaker(silent, {
    halfOpenAfter: REST_MS,
    breaker: new ConsecutiveBreaker(FEW),
  });
  breaker.onStateChange((state) => onChange(state === CircuitState.Closed ? 'CLOSED' : 'OPEN'));
  return {
    guard: async (call) => {
      // While one call tries, the library would let the others wait for what becomes of it.
      if (breaker.state === CircuitState.HalfOpen) return { outcome: 'NOT_ASKED' };
      try {
        return await breaker.execute(async () => {
          // Of the call that tries it, the library would take what is thrown for an answer.
          const tries = breaker.state === CircuitState.HalfOpen;
          const reply = await call();
          if (reply.outcome === 'GIVEN_UP' && !tries) throw new GivenUp(reply);
          return reply;
        });
      } catch (error) {
        if (error instanceof GivenUp) return error.reply;
        if (!(error instanceof BrokenCircuitError)) throw error;
        return { outcome: 'NOT_ASKED' };
      }
    },
  };
}
