import {
  definitionOf,
  type EventData,
  type EventEnvelope,
  type EventType,
  type EventTypeOf,
  type KnownEvent,
  serviceOf,
  type ServiceName,
  topicOf,
} from '@qianshou/events';

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

/** What a service listens to: each type of the topics it reads is either reacted to or ignored on purpose. */
export interface Subscriptions {
  readonly topics: readonly string[];
  readonly handlers: ReadonlyMap<string, Reaction>;
  readonly ignored: ReadonlySet<string>;
  /**
   * Whether anything of the event's aggregate is reacted to. Where nothing is, order and repeats mean nothing to this
   * service, and a million such events leave no trace in its database.
   */
  readonly follows: (event: Pick<EventEnvelope, 'source' | 'subject'>) => boolean;
}

/** What is in the catalogue of the services, but neither in `on` nor in `ignore`: named by the compiler's message. */
type NothingForgotten<Service extends ServiceName, Named> = [Exclude<EventTypeOf<Service>, Named>] extends [
  never,
]
  ? unknown
  : { readonly forgotten: Exclude<EventTypeOf<Service>, Named> };

/**
 * `subscribe<'pairing'>()({ on: {…}, ignore: […] })`. Does not compile while a type of the named services is
 * missing from both or a handler is for a type that they do not have: a new event is decided upon, never overlooked.
 */
export function subscribe<Service extends ServiceName>() {
  return <On extends EventTypeOf<Service>, Ignored extends Exclude<EventTypeOf<Service>, On> = never>(
    choice: {
      readonly on: { readonly [Type in On]: EventHandler<Type> | TogetherHandler<EventData<Type>> };
      readonly ignore: readonly Ignored[];
    } & NothingForgotten<Service, On | Ignored>,
  ): Subscriptions => subscriptionsOf(choice.on, choice.ignore);
}

type AnyHandler = ((event: KnownEvent) => Promise<unknown>) | TogetherHandler<KnownEvent['data']>;

function reactionOf(handler: AnyHandler): Reaction {
  if (typeof handler === 'object')
    return { takesMany: true, react: (events) => handler.together(...events.map(({ data }) => data)) };
  return {
    takesMany: false,
    react: async (events) => {
      for (const event of events) await handler(event);
    },
  };
}

function subscriptionsOf(on: object, ignore: readonly EventType[]): Subscriptions {
  const handlers = new Map(
    Object.entries(on).map(([type, handler]) => [type as EventType, reactionOf(handler as AnyHandler)]),
  );
  const services = new Set([...handlers.keys(), ...ignore].map(serviceOf));
  const followed = new Set([...handlers.keys()].map(aggregateOf));
  return {
    topics: [...services].map(topicOf),
    handlers,
    ignored: new Set(ignore),
    follows: ({ source, subject }) => followed.has(`${source}#${subject.slice(0, subject.indexOf('/'))}`),
  };
}

/** As `source` and the beginning of `subject` name it on every event of the aggregate. */
function aggregateOf(type: EventType): string {
  return `/qianshou/${serviceOf(type)}#${definitionOf(type)?.aggregate}`;
}
