import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { importDesk, type ImportUseCases } from '@qianshou/service-kit/imports';
import type { Job } from '@qianshou/service-kit/jobs';
import type { Logger } from '@qianshou/service-kit/logging';
import type { ServiceDefinition } from '@qianshou/service-kit/service';
import { importPastBudgets } from './application/history/import-past-budgets.ts';
import { importPastContracts } from './application/history/import-past-contracts.ts';
import { importPastPayments } from './application/history/import-past-payments.ts';
import { paymentsExpiredOnceApproved } from './application/payment/mend-expired-payments.ts';
import type { Ports } from './application/ports.ts';
import { fundingUseCases, type UseCases } from './application/use-cases.ts';
import type { Digest } from './domain/money/journal-entry.ts';
import { fundingLoaders, type Loaders } from './graphql/loaders.ts';
import { actionOperations } from './graphql/action-operations.ts';
import { resolvers } from './graphql/resolvers.ts';
import { fundingCopies } from './messaging/copies.ts';
import { foldFundingEvent } from './messaging/figures.ts';
import {
  publishBudgetEvaluationEvent,
  publishEvaluationEvent,
  publishSchemeEvent,
} from './messaging/evaluation-publications.ts';
import { publishBreachEvent, publishCheckEvent, publishSealEvent } from './messaging/ledger-publications.ts';
import { publishAwardEvent, publishPaymentEvent } from './messaging/payment-publications.ts';
import { publishContractEvent, publishPlanEvent, publishSourceEvent } from './messaging/publications.ts';
import { toldOfMoney } from './messaging/told-of-money.ts';
import { publishFourEyesEvent } from './messaging/four-eyes-publications.ts';
import { publishPurchaseEvent } from './messaging/purchase-publications.ts';
import { fundingSubscriptions } from './messaging/subscriptions.ts';
import { mongoAgencies } from './persistence/reference/agency.replica.ts';
import { mongoCapBreaches } from './persistence/budget/cap-breach.repository.ts';
import { mongoBudgetPlans } from './persistence/budget/budget-plan.repository.ts';
import { mongoContracts } from './persistence/contract/contract.repository.ts';
import { mongoEvaluations } from './persistence/reference/evaluation.replica.ts';
import { mongoBudgetEvaluations } from './persistence/evaluation/budget-evaluation.repository.ts';
import { mongoEvaluationSchemes } from './persistence/evaluation/evaluation-scheme.repository.ts';
import { mongoFundEvaluations } from './persistence/evaluation/fund-evaluation.repository.ts';
import { mongoFundSources } from './persistence/budget/fund-source.repository.ts';
import { mongoLedgerChecks } from './persistence/money/ledger-check.repository.ts';
import { mongoLedgers } from './persistence/money/ledger.repository.ts';
import { mongoLedgerSeals } from './persistence/money/ledger-seal.repository.ts';
import { mongoPayments } from './persistence/payment/payment.repository.ts';
import { mongoFourEyesSwitches } from './persistence/four-eyes/four-eyes-switch.repository.ts';
import { mongoPurchaseProjects } from './persistence/purchase/purchase-project.repository.ts';
import { mongoPolicies } from './persistence/reference/policy.replica.ts';
import { publishedFigures } from './persistence/reference/published-figures.ts';
import { mongoAwards } from './persistence/award/reward-award.repository.ts';
import { mongoStations } from './persistence/reference/station.replica.ts';

const FOLDER = join(import.meta.dirname, '..');

const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');

export const funding: ServiceDefinition<'funding', UseCases & ImportUseCases, Loaders> = {
  name: 'funding',
  folder: FOLDER,
  resolvers,
  actions: actionOperations,
  tellsBadInput: true,
  fold: foldFundingEvent,
  publicTexts: [
    'content',
    'contractNo',
    'decision',
    'evaluator',
    'findings',
    'opinion',
    'document',
    'lateSigningReason',
    'longTermReason',
    'methodReason',
    'need',
    'note',
    'office',
    'party',
    'payeeName',
    'passedOverReason',
    'purchaserOrg',
    'text',
    'title',
    'reason',
    'rejectionReason',
    'source',
  ],
  names: ['evaluator'],
  copies: fundingCopies,
  wire: (kit) => {
    const { figures, logger } = kit;
    const ports = portsOf(kit);
    const useCases = fundingUseCases(ports);
    const kinds = [importPastBudgets(ports), importPastContracts(ports), importPastPayments(ports)];
    const imports = importDesk({ ...kit, service: 'funding', kinds });
    return {
      useCases: { ...useCases, ...imports.useCases },
      imports,
      loaders: () => fundingLoaders({ ...ports, figures }),
      subscriptions: fundingSubscriptions(useCases),
      judgeAnew: (countyCode) => useCases.remeasureCaps({ countyCode }),
      mendings: [paymentsExpiredOnceApproved(ports)],
      jobs: fundingJobs(useCases, logger),
    };
  },
};

type Kit = Parameters<ServiceDefinition<'funding', UseCases, Loaders>['wire']>[0];

function portsOf({ connection, outbox, unitOfWork, clock, newId, figures }: Kit): Ports {
  return {
    budgetPlans: mongoBudgetPlans(connection, outbox, publishPlanEvent),
    fundSources: mongoFundSources(connection, outbox, publishSourceEvent),
    capBreaches: mongoCapBreaches(connection, outbox, publishBreachEvent),
    contracts: mongoContracts(connection, outbox, publishContractEvent),
    awards: mongoAwards(connection, outbox, publishAwardEvent),
    payments: mongoPayments(connection, outbox, publishPaymentEvent),
    fourEyesSwitches: mongoFourEyesSwitches(connection, outbox, publishFourEyesEvent),
    purchaseProjects: mongoPurchaseProjects(connection, outbox, publishPurchaseEvent),
    fundEvaluations: mongoFundEvaluations(connection, outbox, publishEvaluationEvent),
    evaluationSchemes: mongoEvaluationSchemes(connection, outbox, publishSchemeEvent),
    budgetEvaluations: mongoBudgetEvaluations(connection, outbox, publishBudgetEvaluationEvent),
    ledgers: mongoLedgers(connection),
    ledgerSeals: mongoLedgerSeals(connection, outbox, publishSealEvent),
    ledgerChecks: mongoLedgerChecks(connection, outbox, publishCheckEvent),
    toldOfMoney: toldOfMoney(connection),
    agencies: mongoAgencies(connection),
    stations: mongoStations(connection),
    evaluations: mongoEvaluations(connection),
    policies: mongoPolicies(connection),
    publishedFigures: publishedFigures(figures),
    digest: sha256,
    unitOfWork,
    clock,
    newId,
  };
}

/** How often the reservations of payments that nobody finished are looked for. */
const EXPIRY_SECONDS = 60;
/** How often it is looked whether a night or a month has begun, or a thousand entries were written. */
const LEDGER_SECONDS = 300;

function fundingJobs(useCases: UseCases, logger: Logger): readonly Job[] {
  return [
    {
      name: 'release-expired-payments',
      everySeconds: EXPIRY_SECONDS,
      run: async () => {
        const released = await useCases.releaseExpiredPayments();
        if (released > 0) logger.info({ released }, 'expired payments are returned');
      },
    },
    {
      name: 'note-overdue-fund-rectifications',
      everySeconds: LEDGER_SECONDS,
      run: async () => {
        const noted = await useCases.noteOverdueFundRectifications();
        if (noted > 0) logger.info({ noted }, 'rectifications of evaluations are overdue');
      },
    },
    {
      name: 'seal-ledgers',
      everySeconds: LEDGER_SECONDS,
      run: async () => {
        await useCases.sealLedgers();
      },
    },
    {
      name: 'check-ledgers',
      everySeconds: LEDGER_SECONDS,
      run: async () => {
        for (const { id, countyCode, year, findings } of await useCases.checkLedgers()) {
          logger.error({ id, countyCode, year, findings }, 'a journal does not reconcile');
        }
      },
    },
  ];
}
