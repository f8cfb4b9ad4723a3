import { type EventTypeName, serviceOf, topicOf } from '@qianshou/events';
import type { LogPart, LogReader } from '@qianshou/service-kit/feed';
import type { InsightStore } from '../application/question/ports.ts';
import type { UseCases } from '../application/use-cases.ts';
import { changeOf, FEED } from './feed/feed.ts';

export interface LogReaderOptions {
  readonly useCases: Pick<UseCases, 'takeIn'>;
  readonly store: InsightStore;
  /** Workers’ ids of insight’s own. */
  readonly aliases: () => Promise<(workerId: string) => string>;
}

const TYPES = new Set(Object.keys(FEED));

/** Reads the logs of whoever tells of what analysts ask. */
export function logReader({ useCases, store, aliases }: LogReaderOptions): LogReader {
  return {
    topics: [...new Set([...TYPES].map((type) => topicOf(serviceOf(type as EventTypeName))))],
    reads: (type) => TYPES.has(type),
    epoch: store.epoch,
    places: store.places,
    take: async (parts) => {
      const alias = await aliases();
      await useCases.takeIn({
        changes: parts
          .flatMap(({ events }) => events.map((event) => changeOf(event, alias)))
          .filter((change) => change !== null),
        places: parts.map(({ topic, partition, next }) => ({ topic, partition, next })),
        toldUpTo: latestOf(parts),
      });
    },
    close: store.close,
  };
}

function latestOf(parts: readonly LogPart[]): Date | null {
  const moments = parts.flatMap(({ toldUpTo }) => (toldUpTo === null ? [] : [toldUpTo.getTime()]));
  return moments.length === 0 ? null : new Date(Math.max(...moments));
}
