import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhenResult,
} from 'cockatiel';
import { FEW } from './given-up-calls.ts';
import type { Reply } from './subgraph-connection.ts';

/** Says nothing of the subgraph, for or against it: the library counts what is returned, and not what is thrown. */
class GivenUp extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super('given up');
    this.reply = reply;
  }
}

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
  const silent = handleWhenResult((reply) => (reply as Reply).outcome === 'TIMED_OUT');
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
          const reply = await call();
          if (reply.outcome === 'GIVEN_UP') throw new GivenUp(reply);
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
