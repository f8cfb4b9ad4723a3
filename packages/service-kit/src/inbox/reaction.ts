import type { EventType, KnownEvent } from '@qianshou/events';

/** A reaction: runs inside the transaction of the delivery, with the event as its cause. May run more than once. */
export type EventHandler<Type extends EventType> = (event: KnownEvent<Type>) => Promise<unknown>;

/**
 * A reaction to all events of one type that were delivered one after the other: copies that a thousand events feed
 * are written with a few commands. It tells of nothing itself, since what is told has one cause.
 */
export interface TogetherHandler<Data> {
  readonly together: (...told: readonly Data[]) => Promise<unknown>;
}

export function together<Data>(react: TogetherHandler<Data>['together']): TogetherHandler<Data> {
  return { together: react };
}

/** A handler as the inbox calls it: what was told one after the other, or by itself when it is not taken together. */
export interface Reaction {
  readonly takesMany: boolean;
  readonly react: (events: readonly KnownEvent[]) => Promise<unknown>;
}

export type AnyHandler = ((event: KnownEvent) => Promise<unknown>) | TogetherHandler<KnownEvent['data']>;

export function reactionOf(handler: AnyHandler): Reaction {
  if (typeof handler === 'object')
    return { takesMany: true, react: (events) => handler.together(...events.map(({ data }) => data)) };
  return {
    takesMany: false,
    react: async (events) => {
      for (const event of events) await handler(event);
    },
  };
}
