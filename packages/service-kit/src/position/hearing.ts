import type { Broker, PartitionOffsets } from '../kafka/broker.ts';
import type { Hearing } from './reached.ts';

/** By the broker: the consumer has settled all that lay in its topics when it was first looked. */
export function brokerHearing(
  { offsets }: Pick<Broker, 'offsets'>,
  group: string,
  topics: readonly string[],
): Hearing {
  return () => {
    let ends: ReadonlyMap<string, bigint> | null = null;
    return async () => {
      if (topics.length === 0) return true;
      const now = await offsets(group, topics);
      ends ??= new Map(now.map((each) => [keyOf(each), each.end]));
      const wanted = ends;
      return now.every((each) => each.committed >= (wanted.get(keyOf(each)) ?? 0n));
    };
  };
}

const keyOf = ({ topic, partition }: PartitionOffsets): string => `${topic}/${partition}`;

/** Of a service that hears nobody, and of a test without a broker. */
export const HEARS_ALL: Hearing = () => () => Promise.resolve(true);
