import { join } from 'node:path';
import type { Connection } from '@qianshou/service-kit/mongo';
import { importDesk, type ImportUseCases } from '@qianshou/service-kit/imports';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { ServiceDefinition } from '@qianshou/service-kit/service';
import { importAttendances } from './application/importing/import-attendances.ts';
import { importParticipants } from './application/importing/import-participants.ts';
import { importSignIns } from './application/importing/import-sign-ins.ts';
import { trainingUseCases, type UseCases } from './application/use-cases.ts';
import { type Loaders, trainingLoaders } from './graphql/loaders.ts';
import { actionOperations } from './graphql/action-operations.ts';
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
import { mongoCertificateChecks, mongoLookUps } from './persistence/certificate/look-ups.ts';
import { mongoCertificates } from './persistence/certificate/training-certificate.repository.ts';
import { mongoClasses } from './persistence/class/training-class.repository.ts';
import { publishSessionEvent } from './messaging/session-publications.ts';
import { mongoSessions } from './persistence/session/training-session.repository.ts';
import { publishExamOutcomeEvent } from './messaging/exam-publications.ts';
import { mongoExamOutcomes } from './persistence/exam/exam-outcome.repository.ts';
import { publishHoursEvent } from './messaging/hours-publications.ts';
import { mongoHoursOfYears } from './persistence/hours/credited-hours.repository.ts';
import { publishSupervisionEvent } from './messaging/supervision-publications.ts';
import { mongoHelpers } from './persistence/reference/helper.replica.ts';
import { mongoPolicies } from './persistence/reference/policy.replica.ts';
import { mongoSupervisions } from './persistence/supervision/supervision-session.repository.ts';
import { mongoNeeds } from './persistence/need/training-need.repository.ts';
import { mongoWorkers } from './persistence/reference/worker.replica.ts';

const SWEEP_SECONDS = 60;

const FOLDER = join(import.meta.dirname, '..');

export const training: ServiceDefinition<'training', UseCases & ImportUseCases, Loaders> = {
  name: 'training',
  folder: FOLDER,
  resolvers,
  actions: actionOperations,
  fold: foldTrainingEvent,
  publicTexts: [
    'advice',
    'cancelReason',
    'englishName',
    'interruptReason',
    'name',
    'organiser',
    'reason',
    'source',
    'topic',
    'venue',
    'title',
  ],
  names: ['englishName', 'name', 'organiser'],
  grouped: ['enrolWorker'],
  copies: trainingCopies,
  wire: (kit) => {
    const { connection, outbox, unitOfWork, clock, newId, figures, logger } = kit;
    const ports = { ...stores(connection, outbox), unitOfWork, clock, newId };
    const useCases = trainingUseCases(ports);
    const kinds = [importParticipants(ports), importSignIns(ports), importAttendances(ports)];
    const imports = importDesk({
      ...kit,
      service: 'training',
      kinds,
      overseers: ['ADMIN', 'PROJECT_OFFICE'],
    });
    return {
      useCases: { ...useCases, ...imports.useCases },
      imports,
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

function stores(connection: Connection, outbox: Outbox) {
  return {
    programmes: mongoProgrammes(connection, outbox, publishProgrammeEvent),
    classes: mongoClasses(connection, outbox, publishClassEvent),
    enrolments: mongoEnrolments(connection, outbox, publishEnrolmentEvent),
    certificates: mongoCertificates(connection, outbox, publishCertificateEvent),
    lookUps: mongoLookUps(connection),
    certificateChecks: mongoCertificateChecks(connection),
    needs: mongoNeeds(connection),
    examOutcomes: mongoExamOutcomes(connection, outbox, publishExamOutcomeEvent),
    hoursOfYears: mongoHoursOfYears(connection, outbox, publishHoursEvent),
    supervisions: mongoSupervisions(connection, outbox, publishSupervisionEvent),
    helpers: mongoHelpers(connection),
    policies: mongoPolicies(connection),
    sessions: mongoSessions(connection, outbox, publishSessionEvent),
    agencies: mongoAgencies(connection),
    workers: mongoWorkers(connection),
    operatedSites: mongoOperatedSites(connection),
    recipientCounties: mongoRecipientCounties(connection),
  };
}
