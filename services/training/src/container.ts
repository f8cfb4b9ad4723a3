import { join } from 'node:path';
import type { ServiceDefinition } from '@qianshou/service-kit/service';
import { trainingUseCases, type UseCases } from './application/use-cases.ts';
import { type Loaders, trainingLoaders } from './graphql/loaders.ts';
import { resolvers } from './graphql/resolvers.ts';
import { trainingCopies } from './messaging/copies.ts';
import { foldTrainingEvent } from './messaging/figures.ts';
import {
  publishCertificateEvent,
  publishClassEvent,
  publishEnrolmentEvent,
  publishProgrammeEvent,
} from './messaging/publications.ts';
import { trainingSubscriptions } from './messaging/subscriptions.ts';
import { mongoAgencies } from './persistence/reference/agency.replica.ts';
import { mongoEnrolments } from './persistence/class/enrolment.repository.ts';
import { mongoOperatedSites } from './persistence/reference/operated-site.replica.ts';
import { mongoProgrammes } from './persistence/programme/programme.repository.ts';
import { mongoRecipientCounties } from './persistence/reference/recipient-county.replica.ts';
import { mongoLookUps } from './persistence/certificate/look-ups.ts';
import { mongoCertificates } from './persistence/certificate/training-certificate.repository.ts';
import { mongoClasses } from './persistence/class/training-class.repository.ts';
import { mongoNeeds } from './persistence/need/training-need.repository.ts';
import { mongoWorkers } from './persistence/reference/worker.replica.ts';

const SWEEP_SECONDS = 60;

const FOLDER = join(import.meta.dirname, '..');

export const training: ServiceDefinition<'training', UseCases, Loaders> = {
  name: 'training',
  folder: FOLDER,
  resolvers,
  fold: foldTrainingEvent,
  publicTexts: ['cancelReason', 'englishName', 'name', 'organiser', 'source', 'venue'],
  names: ['englishName', 'name', 'organiser'],
  copies: trainingCopies,
  wire: ({ connection, outbox, unitOfWork, clock, newId, figures, logger }) => {
    const ports = {
      programmes: mongoProgrammes(connection, outbox, publishProgrammeEvent),
      classes: mongoClasses(connection, outbox, publishClassEvent),
      enrolments: mongoEnrolments(connection, outbox, publishEnrolmentEvent),
      certificates: mongoCertificates(connection, outbox, publishCertificateEvent),
      lookUps: mongoLookUps(connection),
      needs: mongoNeeds(connection),
      agencies: mongoAgencies(connection),
      workers: mongoWorkers(connection),
      operatedSites: mongoOperatedSites(connection),
      recipientCounties: mongoRecipientCounties(connection),
      unitOfWork,
      clock,
      newId,
    };
    const useCases = trainingUseCases(ports);
    return {
      useCases,
      loaders: () => trainingLoaders({ ...ports, figures }),
      subscriptions: trainingSubscriptions(useCases),
      jobs: [
        {
          name: 'expire-offers',
          everySeconds: SWEEP_SECONDS,
          run: async () =>
            logger.debug({ expired: await useCases.expireOffers() }, 'unanswered offers lapse'),
        },
        {
          name: 'match-waiting-needs',
          everySeconds: SWEEP_SECONDS,
          run: async () =>
            logger.debug({ matched: await useCases.matchWaitingNeeds() }, 'needs meet classes'),
        },
      ],
      prepare: async () => {
        logger.info({ announced: await useCases.seedProgrammes() }, 'programmes are there');
      },
    };
  },
};
