import { type EventType, serviceOf } from '@qianshou/events';
import { retryingOnDuplicate, transactionSession } from '../mongo/transaction.ts';
import { aggregateOf, aggregatesOf } from './aggregates.ts';
import type { Arrival, Place } from './arrival.ts';
import { type CatchUp, inboxCollections, type Position } from './documents.ts';
import type { Duty, DutyAt, Receiver } from './receiver.ts';
import type { Subscriptions } from './subscriptions.ts';

/** Everything that is subscribed to, wherever it lies. */
export function wholeDuty({ follows, handlers }: Subscriptions): DutyAt {
  const duty: Duty = {
    follows: ({ event }) => follows(event),
    reactionTo: ({ event }) => handlers.get(event.type),
  };
  return () => Promise.resolve(duty);
}

/**
 * The duty of a consumer beside catch-ups: their reactions are its own from where each was handed over in a partition.
 * It notes how far it comes, in the transaction that asks, so that nothing is handed over that it has passed by.
 */
export function dutyBeside(
  { connection, consumer }: Pick<Receiver, 'connection' | 'consumer'>,
  subscriptions: Subscriptions,
  catchUps: readonly CatchUp[],
): DutyAt {
  const later = new Map(catchUps.flatMap(({ _id, types }) => types.map((type) => [type, _id] as const)));
  const settled = aggregatesOf([...subscriptions.handlers.keys()].filter((type) => !later.has(type)));
  const owners = catchUps.map(({ _id, types }) => ({ _id, aggregates: aggregatesOf(types) }));
  return async (place) => {
    const position = place === null ? null : await noteAt(connection, consumer, place);
    // What did not come through the broker was asked for: of this consumer, whose it is by then.
    const isHandedOver = ({ offset }: Arrival, catchUp: string): boolean => {
      const since = position?.since?.[catchUp];
      return offset === null || (since !== undefined && offset >= since);
    };
    return {
      follows: (arrival) => {
        if (!subscriptions.follows(arrival.event)) return false;
        const aggregate = aggregateOf(arrival.event);
        if (settled.has(aggregate)) return true;
        return owners.some(({ _id, aggregates }) => aggregates.has(aggregate) && isHandedOver(arrival, _id));
      },
      reactionTo: (arrival) => {
        const owner = later.get(arrival.event.type);
        const isMine = owner === undefined || isHandedOver(arrival, owner);
        return isMine ? subscriptions.handlers.get(arrival.event.type) : undefined;
      },
    };
  };
}

/** The duty of a catch-up: its own types, up to where they were handed over. */
export function dutyOfCatchUp(
  { connection, consumer }: Pick<Receiver, 'connection' | 'consumer'>,
  subscriptions: Subscriptions,
  main: string,
): DutyAt {
  const { follows, handlers } = subscriptions;
  return async (place) => {
    if (place !== null) await noteAt(connection, consumer, place);
    const until =
      place === null ? undefined : await handedOverAt(connection, positionId(main, place), consumer);
    return {
      follows: ({ event, offset }) =>
        follows(event) && (until === undefined || offset === null || offset < until),
      reactionTo: ({ event }) => handlers.get(event.type),
    };
  };
}

async function handedOverAt(
  connection: Receiver['connection'],
  _id: string,
  catchUp: string,
): Promise<bigint | undefined> {
  const { positions } = inboxCollections(connection);
  const taker = await positions.findOne({ _id }, { session: transactionSession() });
  return taker?.since?.[catchUp];
}

/** Of what is subscribed to, these types alone. */
export function limitedTo(subscriptions: Subscriptions, types: readonly string[]): Subscriptions {
  const handlers = new Map([...subscriptions.handlers].filter(([type]) => types.includes(type)));
  const aggregates = aggregatesOf([...handlers.keys()]);
  return {
    topics: subscriptions.topics.filter((topic) => types.some((type) => topicHolds(topic, type))),
    handlers,
    ignores: () => true,
    follows: (event) => aggregates.has(aggregateOf(event)),
  };
}

export function topicHolds(topic: string, type: string): boolean {
  return topic.split('.')[1] === serviceOf(type as EventType);
}

export function positionId(
  consumer: string,
  { topic, partition }: Pick<Place, 'topic' | 'partition'>,
): string {
  return `${consumer} ${topic}/${partition}`;
}

async function noteAt(
  connection: Receiver['connection'],
  consumer: string,
  place: Place,
): Promise<Position | null> {
  const { positions } = inboxCollections(connection);
  return retryingOnDuplicate(() =>
    positions.findOneAndUpdate(
      { _id: positionId(consumer, place) },
      { $max: { next: place.next } },
      { upsert: true, returnDocument: 'after', session: transactionSession() },
    ),
  );
}
