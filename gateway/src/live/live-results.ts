import type { Language } from '@qianshou/service-kit/identity';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { type Refusal, render } from '../errors.ts';
import { StreamEnded } from './hub-stream.ts';
import { subscriptionEnded } from './live-errors.ts';

export type Results = AsyncGenerator<ExecutionResult, void, undefined>;

export function asError(refusal: Refusal, language: Language): GraphQLError {
  const { message, extensions } = render(refusal, language);
  return new GraphQLError(message, { extensions });
}

/** Ends with what a client needs to go on, and ends at once when the client does. */
export function stoppable(
  results: AsyncGenerator<ExecutionResult>,
  stop: AbortController,
  language: Language,
): Results {
  const over = { done: true, value: undefined } as const;
  let last = false;
  const end = async (): Promise<IteratorReturnResult<void>> => {
    last = true;
    stop.abort();
    return over;
  };
  return {
    next: async () => {
      if (last) return over;
      try {
        const next = await results.next();
        return next.done === true ? over : next;
      } catch (error) {
        last = true;
        stop.abort();
        return { done: false, value: { errors: [endOf(error, language)] } };
      }
    },
    return: end,
    throw: end,
    [Symbol.asyncDispose]: async () => void (await end()),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function endOf(error: unknown, language: Language): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (!(error instanceof StreamEnded)) throw error;
  const { refusal, reason, position } = error;
  if (refusal !== null) return new GraphQLError(refusal.message, { extensions: refusal.extensions });
  const where = position === null ? {} : { position };
  return asError(subscriptionEnded({ reason, ...where }), language);
}
