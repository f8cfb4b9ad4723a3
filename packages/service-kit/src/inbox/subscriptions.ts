import {
  type AggregateOf,
  type AggregateOfType,
  type EventData,
  type EventEnvelope,
  type EventType,
  type EventTypeOf,
  type EventTypeOfAggregate,
  serviceOf,
  type ServiceName,
  topicOf,
} from '@qianshou/events';
import { aggregateOf, aggregatesOf } from './aggregates.ts';
import {
  type AnyHandler,
  type EventHandler,
  type Reaction,
  reactionOf,
  type TogetherHandler,
} from './reaction.ts';

/** What a service listens to: each type of the topics it reads is either reacted to or ignored on purpose. */
export interface Subscriptions {
  readonly topics: readonly string[];
  readonly handlers: ReadonlyMap<string, Reaction>;
  /** Whether this type, or all that is told of its aggregate, is passed over on purpose. */
  readonly ignores: (event: Pick<EventEnvelope, 'type' | 'source' | 'subject'>) => boolean;
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

/** A type, or an aggregate of which nothing is reacted to. */
type Ignorable<Service extends ServiceName, On extends EventType> =
  Exclude<EventTypeOf<Service>, On> | Exclude<AggregateOf<Service>, AggregateOfType<On>>;

type TypesOf<Ignored> = Ignored extends EventType
  ? Ignored
  : Ignored extends string
    ? EventTypeOfAggregate<Ignored>
    : never;

/**
 * `subscribe<'pairing'>()({ on: {…}, ignore: […] })`. What is ignored is named by its type, or as a whole by its
 * aggregate (`pairing/scheme`). Does not compile while a type of the named services is missing from both or a handler
 * is for a type that they do not have: a new event is decided upon, never overlooked.
 */
export function subscribe<Service extends ServiceName>() {
  return <On extends EventTypeOf<Service>, Ignored extends Ignorable<Service, On> = never>(
    choice: {
      readonly on: { readonly [Type in On]: EventHandler<Type> | TogetherHandler<EventData<Type>> };
      readonly ignore: readonly Ignored[];
    } & NothingForgotten<Service, On | TypesOf<Ignored>>,
  ): Subscriptions => subscriptionsOf(choice.on, choice.ignore);
}

function subscriptionsOf(on: object, ignore: readonly string[]): Subscriptions {
  const handlers = new Map(
    Object.entries(on).map(([type, handler]) => [type as EventType, reactionOf(handler as AnyHandler)]),
  );
  const ignored = new Set(ignore);
  const followed = aggregatesOf([...handlers.keys()]);
  return {
    topics: [...new Set([...handlers.keys(), ...ignore].map(topicOfNamed))],
    handlers,
    ignores: (event) => ignored.has(event.type) || ignored.has(aggregateOf(event)),
    follows: (event) => followed.has(aggregateOf(event)),
  };
}

function topicOfNamed(named: string): string {
  return topicOf(named.includes('/') ? (named.split('/')[0] as ServiceName) : serviceOf(named as EventType));
}
