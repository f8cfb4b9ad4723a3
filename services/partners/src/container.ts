import { join } from 'node:path';
import { type ServiceDefinition, type ServiceKit } from '@qianshou/service-kit/service';
import { partnersUseCases, type UseCases } from './application/use-cases.ts';
import type { PartnersSettings } from './config.ts';
import { type Loaders, partnersLoaders } from './graphql/loaders.ts';
import { resolvers } from './graphql/resolvers.ts';
import { feedDoor } from './http/feed-door.ts';
import { positionTokens } from './http/position-token.ts';
import { partnersCopies } from './messaging/copies.ts';
import { foldPartnersEvent } from './messaging/figures.ts';
import { startIntake } from './messaging/intake.ts';
import { partnersSubscriptions } from './messaging/subscriptions.ts';
import { mongoFeedLog } from './persistence/feed/feed.repository.ts';

const FOLDER = join(import.meta.dirname, '..');

export const partners: ServiceDefinition<'partners', UseCases, Loaders, PartnersSettings> = {
  name: 'partners',
  folder: FOLDER,
  resolvers,
  fold: foldPartnersEvent,
  publicTexts: [],
  names: [],
  copies: partnersCopies,
  wire: ({ connection, config }: ServiceKit<PartnersSettings>) => {
    const useCases = partnersUseCases({ feed: mongoFeedLog(connection) });
    return {
      useCases,
      loaders: () => partnersLoaders(),
      subscriptions: partnersSubscriptions,
      companions: async (parts) => [startIntake(parts, useCases)],
      doors: [feedDoor(useCases, () => positionTokens(config.partnerKeys))],
    };
  },
};
