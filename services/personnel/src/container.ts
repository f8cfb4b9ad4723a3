import { join } from 'node:path';
import { importDesk, type ImportUseCases } from '@qianshou/service-kit/imports';
import type { Connection } from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import { createSealer } from '@qianshou/service-kit/sealing';
import type { ServiceDefinition } from '@qianshou/service-kit/service';
import { importKinds } from './application/importing/import-kinds.ts';
import { withRenewals } from './application/renewal/follow-renewals.ts';
import { personnelUseCases, type UseCases } from './application/use-cases.ts';
import type { PersonnelSettings } from './config.ts';
import { type Loaders, personnelLoaders } from './graphql/loaders.ts';
import { actionOperations } from './graphql/action-operations.ts';
import { resolvers } from './graphql/resolvers.ts';
import { personnelCopies } from './messaging/copies.ts';
import { foldPersonnelEvent } from './messaging/figures.ts';
import { publishClockEvent } from './messaging/clock-publications.ts';
import {
  publishIdentityCaseEvent,
  publishPostingEvent,
  publishWorkerEvent,
} from './messaging/publications.ts';
import { publishRecruitmentEvent } from './messaging/recruitment/recruitment.publications.ts';
import { personnelJobs } from './jobs.ts';
import { personnelSubscriptions } from './messaging/subscriptions.ts';
import { mongoDeadlines } from './persistence/clock/deadline.rows.ts';
import { fillDeadlines } from './persistence/clock/fill-deadlines.ts';
import { mongoPersonClocks } from './persistence/clock/person-clocks.repository.ts';
import { mongoAgencies } from './persistence/reference/agency.replica.ts';
import { mongoCentres } from './persistence/reference/centre.replica.ts';
import { mongoDesignatedCounties } from './persistence/reference/designated-county.replica.ts';
import { mongoDisclosureLog, mongoPersonalDataReadings } from './persistence/worker/disclosure-log.ts';
import { fillDisclosures } from './persistence/worker/fill-disclosures.ts';
import { fillCertificateKeys } from './persistence/worker/fill-certificate-keys.ts';
import { mongoIdentityCases } from './persistence/worker/identity-case.repository.ts';
import { mongoPersonalDataBudget } from './persistence/worker/personal-data-budget.ts';
import { sealedVault } from './persistence/worker/personal-vault.ts';
import { fillRenewals } from './persistence/renewal/fill-renewals.ts';
import {
  mongoTransferQuestions,
  mongoTransferRequests,
} from './persistence/transfer/worker-transfer.repository.ts';
import {
  publishTransferQuestionEvent,
  publishTransferRequestEvent,
} from './messaging/transfer/transfer.publications.ts';
import { mongoRenewals } from './persistence/renewal/renewal.repository.ts';
import { publishRenewalEvent } from './messaging/renewal/renewal.publications.ts';
import { mongoPolicies } from './persistence/reference/policy.replica.ts';
import { mongoPostings } from './persistence/posting/posting.repository.ts';
import { mongoCreditedHours } from './persistence/registration/credited-hours.replica.ts';
import { mongoSocialWorkers } from './persistence/worker/social-worker.repository.ts';
import { mongoRecruitments } from './persistence/recruitment/recruitment-notice.repository.ts';
import { mongoStations } from './persistence/reference/station.replica.ts';

const FOLDER = join(import.meta.dirname, '..');

export const personnel: ServiceDefinition<
  'personnel',
  UseCases & ImportUseCases,
  Loaders,
  PersonnelSettings
> = {
  name: 'personnel',
  folder: FOLDER,
  resolvers,
  actions: actionOperations,
  fold: foldPersonnelEvent,
  publicTexts: [
    'cancelReason',
    'conditions',
    'educationException',
    'endReason',
    'historySource',
    'item',
    'note',
    'overdueDecision',
    'proof',
    'purpose',
    'rankingException',
    'reason',
    'title',
  ],
  names: [],
  copies: personnelCopies,
  wire: (kit) => {
    const { config, connection, outbox, unitOfWork, clock, newId, figures, logger } = kit;
    const ports = withRenewals({
      ...storesOf(connection, outbox),
      vault: sealedVault(config.personalDataKeys),
      unitOfWork,
      clock,
      newId,
    });
    const useCases = personnelUseCases(ports);
    const sealing = createSealer(config.personalDataKeys);
    const imports = importDesk({ ...kit, service: 'personnel', kinds: importKinds(ports), sealing });
    return {
      useCases: { ...useCases, ...imports.useCases },
      imports,
      loaders: () => personnelLoaders({ ...ports, figures }),
      subscriptions: personnelSubscriptions(useCases),
      prepare: async () => {
        await fillCertificateKeys(connection);
        await fillDeadlines(connection);
        await fillDisclosures(connection);
        await fillRenewals(connection, useCases.today());
      },
      jobs: personnelJobs(useCases, config, logger),
    };
  },
};

function storesOf(connection: Connection, outbox: Outbox) {
  return {
    workers: mongoSocialWorkers(connection, outbox, publishWorkerEvent),
    postings: mongoPostings(connection, outbox, publishPostingEvent),
    recruitments: mongoRecruitments(connection, outbox, publishRecruitmentEvent),
    agencies: mongoAgencies(connection),
    stations: mongoStations(connection),
    centres: mongoCentres(connection),
    policies: mongoPolicies(connection),
    disclosures: mongoDisclosureLog(connection),
    readings: mongoPersonalDataReadings(connection),
    budget: mongoPersonalDataBudget(connection),
    designatedCounties: mongoDesignatedCounties(connection),
    identityCases: mongoIdentityCases(connection, outbox, publishIdentityCaseEvent),
    renewals: mongoRenewals(connection, outbox, publishRenewalEvent),
    transferRequests: mongoTransferRequests(connection, outbox, publishTransferRequestEvent),
    transferQuestions: mongoTransferQuestions(connection, outbox, publishTransferQuestionEvent),
    clocks: mongoPersonClocks(connection, outbox, publishClockEvent),
    deadlines: mongoDeadlines(connection),
    creditedHours: mongoCreditedHours(connection),
  };
}
