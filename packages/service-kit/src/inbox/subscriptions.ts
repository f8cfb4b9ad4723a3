import {
  definitionOf,
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

/** What a service listens to: each type of the topics it reads is either reacted to or ignored on purpose. */
export interface Subscriptions {
  readonly topics: readonly string[];
  readonly handlers: ReadonlyMap<string, (event: KnownEvent) => Promise<unknown>>;
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
      readonly on: { readonly [Type in On]: EventHandler<Type> };
      readonly ignore: readonly Ignored[];
    } & NothingForgotten<Service, On | Ignored>,
  ): Subscriptions => subscriptionsOf(choice.on, choice.ignore);
}

function subscriptionsOf(on: object, ignore: readonly EventType[]): Subscriptions {
  const handlers = new Map(Object.entries(on) as [EventType, (event: KnownEvent) => Promise<unknown>][]);
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
