import { join } from 'node:path';
import type { ServiceDefinition } from '@qianshou/service-kit/service';
import { pairingUseCases, type UseCases } from './application/use-cases.ts';
import { type Loaders, pairingLoaders } from './graphql/loaders.ts';
import { resolvers } from './graphql/resolvers.ts';
import { foldPairingEvent } from './messaging/figures.ts';
import { publishPairingEvent } from './messaging/pairing-publications.ts';
import {
  publishAgencyEvent,
  publishApplicationEvent,
  publishCountyEvent,
  publishPhaseEvent,
  publishSchemeEvent,
} from './messaging/publications.ts';
import { pairingSubscriptions } from './messaging/subscriptions.ts';
import { mongoAgencies } from './persistence/agency.repository.ts';
import { mongoSchemes } from './persistence/cooperation-scheme.repository.ts';
import { mongoApplications } from './persistence/pairing-application.repository.ts';
import { mongoPairings } from './persistence/pairing.repository.ts';
import { mongoPhases } from './persistence/programme-phase.repository.ts';
import { mongoCounties } from './persistence/recipient-county.repository.ts';

export const pairing: ServiceDefinition<'pairing', UseCases, Loaders> = {
  name: 'pairing',
  folder: join(import.meta.dirname, '..'),
  resolvers,
  fold: foldPairingEvent,
  wire: ({ connection, outbox, unitOfWork, clock, newId, figures }) => {
    const ports = {
      agencies: mongoAgencies(connection, outbox, publishAgencyEvent),
      phases: mongoPhases(connection, outbox, publishPhaseEvent),
      schemes: mongoSchemes(connection, outbox, publishSchemeEvent),
      applications: mongoApplications(connection, outbox, publishApplicationEvent),
      pairings: mongoPairings(connection, outbox, publishPairingEvent),
      counties: mongoCounties(connection, outbox, publishCountyEvent),
      unitOfWork,
      clock,
      newId,
    };
    const useCases = pairingUseCases(ports);
    return {
      useCases,
      loaders: () => pairingLoaders({ ...ports, figures }),
      subscriptions: pairingSubscriptions(useCases),
      prepare: useCases.seedProgrammePhases,
    };
  },
};
