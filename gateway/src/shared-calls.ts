import type { Reply } from './subgraph-connection.ts';

/** Else who asked first had left, had less time, or was turned away for asking too much: nobody else's fault. */
const CAME_BACK: ReadonlySet<Reply['outcome']> = new Set(['ANSWERED', 'FAILED']);

export interface SharedCalls {
  /**
   * Waits for the same question of the same caller where one is under way, and else asks.
   * @param key all that an answer depends on: the subgraph, who asks, the text, the position that is needed
   */
  readonly read: (key: string, gone: AbortSignal, ask: () => Promise<Reply>) => Promise<Reply>;
  /** A command came back: questions that were asked before may not know of it, and are shared with nobody any more. */
  readonly forget: () => void;
}

/**
 * A page that a hundred people open at once asks each subgraph once. Only what is under way is shared, nothing is kept;
 * and never a question that is older than the last command through this gateway, so that everybody reads what they
 * wrote. What another gateway wrote is read with `x-qianshou-at-least`, which is a part of the key.
 */
export function sharedCalls(): SharedCalls {
  let underWay = new Map<string, Promise<Reply>>();
  const askFirst = async (key: string, ask: () => Promise<Reply>): Promise<Reply> => {
    const calls = underWay;
    const call = ask();
    calls.set(key, call);
    try {
      return await call;
    } finally {
      calls.delete(key);
    }
  };
  return {
    forget: () => {
      underWay = new Map();
    },
    read: async (key, gone, ask) => {
      const earlier = underWay.get(key);
      if (earlier === undefined) return askFirst(key, ask);
      const reply = await unlessGone(earlier, gone);
      return gone.aborted || CAME_BACK.has(reply.outcome) ? reply : ask();
    },
  };
}

const LEFT: Reply = { outcome: 'GIVEN_UP', sent: false };

/** Whoever leaves does not wait for what others still wait for. */
function unlessGone(call: Promise<Reply>, gone: AbortSignal): Promise<Reply> {
  return new Promise((settle, fail) => {
    const leave = (): void => settle(LEFT);
    if (gone.aborted) leave();
    gone.addEventListener('abort', leave, { once: true });
    void call.then(settle, fail).finally(() => gone.removeEventListener('abort', leave));
  });
}
