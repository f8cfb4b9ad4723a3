import { join } from 'node:path';
import { startLogFeed } from '@qianshou/service-kit/feed';
import type { ServiceDefinition } from '@qianshou/service-kit/service';
import { insightUseCases, type UseCases } from './application/use-cases.ts';
import type { InsightSettings } from './config.ts';
import { resolvers } from './graphql/resolvers.ts';
import { logReader } from './messaging/log-reader.ts';
import { insightSubscriptions } from './messaging/subscriptions.ts';
import { mongoAliases } from './persistence/aliases.ts';
import { duckdbStore } from './persistence/store/duckdb-store.ts';

const FOLDER = join(import.meta.dirname, '..');

export const insight: ServiceDefinition<'insight', UseCases, object, InsightSettings> = {
  name: 'insight',
  folder: FOLDER,
  resolvers,
  fold: () => [],
  publicTexts: [],
  names: [],
  copies: { kept: {}, fedBy: [], deeds: [] },
  wire: ({ connection, clock, config, logger }) => {
    const store = duckdbStore({
      folder: config.INSIGHT_FOLDER ?? null,
      memory: config.INSIGHT_MEMORY ?? '256MB',
      threads: config.INSIGHT_THREADS ?? 2,
      logger,
    });
    const useCases = insightUseCases({ store, clock });
    const reader = logReader({ useCases, store, aliases: mongoAliases(connection) });
    return {
      useCases,
      loaders: () => ({}),
      subscriptions: insightSubscriptions,
      companions: async (parts) => [await startLogFeed({ ...parts, service: 'insight', reader })],
    };
  },
};
