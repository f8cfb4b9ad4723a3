import { SERVICES } from '@qianshou/events';
import { join } from 'node:path';
import type { Door } from '@qianshou/service-kit/graphql';
import type { ServiceDefinition, ServiceKit } from '@qianshou/service-kit/service';
import { eventAt } from './application/feed/event-at.ts';
import type { Ports } from './application/ports.ts';
import { partnersUseCases, type UseCases } from './application/use-cases.ts';
import type { PartnersSettings } from './config.ts';
import { endpointCaller } from './delivery/call-endpoint.ts';
import { startDispatcher } from './delivery/dispatcher.ts';
import { guardedAgent } from './delivery/guarded-agent.ts';
import { curlCommand } from './delivery/curl-command.ts';
import { callPreparer, deliverySender } from './delivery/send-delivery.ts';
import { webhookSigner } from './delivery/signing.ts';
import { positionUnreadable } from './domain/errors.ts';
import { type Loaders, partnersLoaders } from './graphql/loaders.ts';
import { resolvers } from './graphql/resolvers.ts';
import { feedDoor } from './http/feed-door.ts';
import { positionDoor } from './http/position-door.ts';
import { snapshotDoor } from './http/snapshot-door.ts';
import { positionTokens } from './http/position-token.ts';
import { partnersCopies } from './messaging/copies.ts';
import { foldPartnersEvent } from './messaging/figures.ts';
import { startIntake } from './messaging/intake.ts';
import { publishEndpointEvent } from './messaging/publications.ts';
import { partnersSubscriptions } from './messaging/subscriptions.ts';
import { mongoFeedLog } from './persistence/feed/feed.repository.ts';
import { mongoStandings } from './persistence/standing/standing.repository.ts';
import { mongoDeliveries } from './persistence/webhook/delivery.repository.ts';
import { mongoEndpoints } from './persistence/webhook/endpoint.repository.ts';

type Kit = ServiceKit<PartnersSettings>;

const FOLDER = join(import.meta.dirname, '..');

export const partners: ServiceDefinition<'partners', UseCases, Loaders, PartnersSettings> = {
  name: 'partners',
  folder: FOLDER,
  resolvers,
  fold: foldPartnersEvent,
  publicTexts: ['name', 'withdrawnFor'],
  names: ['name'],
  copies: partnersCopies,
  wire: (kit) => {
    const { connection } = kit;
    const ports = portsOf(kit);
    const useCases = partnersUseCases(ports);
    return {
      useCases,
      loaders: () => partnersLoaders(ports),
      noteCaller: (actor) => {
        useCases.noteCaller(actor).catch((err: unknown) => kit.logger.warn({ err }, 'a token was not noted'));
      },
      subscriptions: partnersSubscriptions,
      companions: async (parts) => {
        const send = senderOf(kit, useCases);
        return [startIntake(parts, useCases), startDispatcher({ ...parts, connection, useCases, send })];
      },
      doors: doorsOf(kit, useCases),
    };
  },
};

/** Keys are looked for when they are needed: a command that wires the service in its place has none. */
function portsOf({ connection, config, outbox, unitOfWork, clock, newId }: Kit): Ports {
  const signer = () => webhookSigner(config.partnerKeys);
  const feed = mongoFeedLog(connection, SERVICES);
  const standings = mongoStandings(connection);
  const tokens = () => positionTokens(config.partnerKeys);
  const prepare = callPreparer({ eventAt: eventAt({ feed, standings }), signer, tokens });
  return {
    feed,
    endpoints: mongoEndpoints(connection, outbox, publishEndpointEvent),
    deliveries: mongoDeliveries(connection),
    standings,
    unitOfWork,
    clock,
    newId,
    chance: Math.random,
    secretKeyId: () => config.partnerKeys.signing.id,
    secretOf: ({ id, secret }) => signer().secretOf(id, secret),
    publicKeys: () => signer().publicKeys(),
    curlOf: async (endpoint, delivery) => {
      const call = await prepare(endpoint, delivery);
      return call === null ? null : curlCommand(call);
    },
    readPosition: (token) => {
      const place = positionTokens(config.partnerKeys).read(token.split('.', 1)[0] ?? '');
      if (place === null) throw positionUnreadable();
      return place;
    },
    allowsLoopback: config.allowsLoopback,
  };
}

function doorsOf({ config }: Pick<Kit, 'config'>, useCases: UseCases): readonly Door[] {
  const tokens = () => positionTokens(config.partnerKeys);
  return [feedDoor(useCases, tokens), positionDoor(useCases, tokens), snapshotDoor(useCases, tokens)];
}

export function senderOf({ config }: Pick<Kit, 'config'>, useCases: Pick<UseCases, 'eventAt'>) {
  const { allowsLoopback, partnerKeys } = config;
  return deliverySender({
    call: endpointCaller(guardedAgent(allowsLoopback), allowsLoopback),
    eventAt: useCases.eventAt,
    signer: () => webhookSigner(partnerKeys),
    tokens: () => positionTokens(partnerKeys),
  });
}
