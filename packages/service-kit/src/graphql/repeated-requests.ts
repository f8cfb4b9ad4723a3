import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from '../logging/logger.ts';

interface RepeatOptions {
  readonly shareNonce?: (nonce: string) => Promise<boolean>;
  readonly logger: Logger;
}

const alone = (): Promise<boolean> => Promise.resolve(true);

/** `UNKNOWN`: the database did not say; who fails to be known as new is not let in. */
type Newness = 'NEW' | 'SEEN' | 'UNKNOWN';

interface Repeats {
  /** Asks, and calls back at once for a read, whose answer waits for the word; for a command only with the word. */
  readonly check: (request: FastifyRequest, nonce: string, then: (newness: Newness) => void) => void;
}

/** A request that another replica has taken is taken by no other. */
export function refuseRepeats(app: FastifyInstance, { shareNonce = alone, logger }: RepeatOptions): Repeats {
  const asked = new WeakMap<FastifyRequest, Promise<Newness>>();
  app.addHook('onSend', async (request, reply, payload) => {
    const newness = (await asked.get(request)) ?? 'NEW';
    if (newness === 'NEW') return payload;
    logger.warn({ reason: newness }, 'a request could not be told from a repeated one');
    void reply.code(newness === 'SEEN' ? 401 : 503).removeHeader('content-length');
    return JSON.stringify(REFUSALS[newness]);
  });
  return {
    check: (request, nonce, then) => {
      const newness = shareNonce(nonce).then(newnessOf, () => 'UNKNOWN' as const);
      asked.set(request, newness);
      if (isCommand(request.body)) void newness.then(then);
      else then('NEW');
    },
  };
}

function newnessOf(isFirst: boolean): Newness {
  return isFirst ? 'NEW' : 'SEEN';
}

export const REFUSALS = {
  SEEN: refusal('Unauthorized', 'UNAUTHENTICATED'),
  UNKNOWN: refusal('Try again', 'SERVICE_UNAVAILABLE'),
};

/** The gateway writes what it asks itself, and begins a command so. */
function isCommand(body: unknown): boolean {
  const { query } = body as { readonly query?: unknown };
  return typeof query === 'string' && query.trimStart().startsWith('mutation');
}

export function refusal(message: string, code: string): object {
  return { errors: [{ message, extensions: { code } }] };
}
