import { join } from 'node:path';
import { importDesk, type ImportUseCases } from '@qianshou/service-kit/imports';
import type { ServiceDefinition, ServiceKit } from '@qianshou/service-kit/service';
import { staysUnderEndedPairings } from './application/pairing/mend-stays.ts';
import { staysOfStrangers } from './application/work/mend-strangers-stays.ts';
import { activitiesOutsidePairings } from './application/work/mend-strays.ts';
import { importAgencies } from './application/agency/import-agencies.ts';
import { importPairings } from './application/pairing/import-pairings.ts';
import type { Ports } from './application/ports.ts';
import { pairingUseCases, type UseCases } from './application/use-cases.ts';
import { type Loaders, pairingLoaders } from './graphql/loaders.ts';
import { actionOperations } from './graphql/action-operations.ts';
import { resolvers } from './graphql/resolvers.ts';
import { pairingCopies } from './messaging/copies.ts';
import { foldPairingEvent } from './messaging/figures.ts';
import { publishPairingEvent } from './messaging/pairing/pairing-publications.ts';
import {
  publishAgencyEvent,
  publishApplicationEvent,
  publishCountyEvent,
  publishPhaseEvent,
  publishSchemeEvent,
} from './messaging/publications.ts';
import { pairingSubscriptions } from './messaging/subscriptions.ts';
import {
  publishActivityEvent,
  publishDispatchEvent,
  publishEvaluationEvent,
  publishNoteEvent,
  publishPublicityEvent,
  publishReportEvent,
  publishTargetEvent,
} from './messaging/work/work-publications.ts';
import { mongoAgencies } from './persistence/agency/agency.repository.ts';
import { mongoSchemes } from './persistence/scheme/cooperation-scheme.repository.ts';
import { mongoCountyFacts } from './persistence/county/county-facts.store.ts';
import { mongoDispatches } from './persistence/work/dispatch-assignment.repository.ts';
import { mongoStandings } from './persistence/exit/exit-standing.store.ts';
import { mongoApplications } from './persistence/application/pairing-application.repository.ts';
import { mongoEvaluations } from './persistence/work/pairing-evaluation.repository.ts';
import { mongoTargets } from './persistence/work/pairing-target.repository.ts';
import { mongoPairings } from './persistence/pairing/pairing.repository.ts';
import { mongoPolicies } from './persistence/reference/policy.replica.ts';
import { mongoPhases } from './persistence/scheme/programme-phase.repository.ts';
import { mongoReports } from './persistence/work/progress-report.repository.ts';
import { mongoPublicity } from './persistence/work/publicity-item.repository.ts';
import { mongoCounties } from './persistence/county/recipient-county.repository.ts';
import { mongoNotes } from './persistence/work/supervision-note.repository.ts';
import { mongoActivities } from './persistence/work/support-activity.repository.ts';
import { fillSilentDays, mongoLedgers } from './persistence/work/work-ledger.store.ts';

export const pairing: ServiceDefinition<'pairing', UseCases & ImportUseCases, Loaders> = {
  name: 'pairing',
  folder: join(import.meta.dirname, '..'),
  resolvers,
  actions: actionOperations,
  fold: foldPairingEvent,
  publicTexts: [
    'advice',
    'agreementNo',
    'creditCodeReason',
    'documentNo',
    'evaluator',
    'evidenceUrls',
    'focusAreas',
    'formerNos',
    'indicator',
    'jointPlan',
    'keyCountySource',
    'link',
    'name',
    'note',
    'openingDocumentNo',
    'opinion',
    'outcome',
    'problems',
    'reason',
    'registrationAuthority',
    'returnReason',
    'reviewOpinion',
    'source',
    'statusReason',
    'suspensionReason',
    'terminationReason',
    'title',
    'unit',
  ],
  names: ['evaluator', 'focusAreas', 'name', 'registrationAuthority'],
  copies: pairingCopies,
  wire: (kit) => {
    const ports = portsOf(kit);
    const useCases = pairingUseCases(ports);
    const kinds = [importAgencies(ports), importPairings(ports)];
    const imports = importDesk({ ...kit, service: 'pairing', kinds });
    return {
      useCases: { ...useCases, ...imports.useCases },
      imports,
      loaders: () => pairingLoaders({ ...ports, figures: kit.figures }),
      subscriptions: pairingSubscriptions(useCases),
      jobs: [
        { name: 'note-past-ends', everySeconds: 60, run: async () => void (await useCases.notePastEnds()) },
      ],
      judgeAnew: useCases.judgeExits,
      mendings: [staysOfStrangers(ports), activitiesOutsidePairings(ports), staysUnderEndedPairings(ports)],
      prepare: async () => {
        await fillSilentDays(kit.connection);
        await useCases.seedProgrammePhases();
      },
    };
  },
};

function portsOf({ connection, outbox, unitOfWork, clock, newId }: ServiceKit): Ports {
  return {
    agencies: mongoAgencies(connection, outbox, publishAgencyEvent),
    phases: mongoPhases(connection, outbox, publishPhaseEvent),
    schemes: mongoSchemes(connection, outbox, publishSchemeEvent),
    applications: mongoApplications(connection, outbox, publishApplicationEvent),
    pairings: mongoPairings(connection, outbox, publishPairingEvent),
    counties: mongoCounties(connection, outbox, publishCountyEvent),
    targets: mongoTargets(connection, outbox, publishTargetEvent),
    dispatches: mongoDispatches(connection, outbox, publishDispatchEvent),
    activities: mongoActivities(connection, outbox, publishActivityEvent),
    reports: mongoReports(connection, outbox, publishReportEvent),
    evaluations: mongoEvaluations(connection, outbox, publishEvaluationEvent),
    notes: mongoNotes(connection, outbox, publishNoteEvent),
    publicity: mongoPublicity(connection, outbox, publishPublicityEvent),
    ledgers: mongoLedgers(connection),
    policies: mongoPolicies(connection),
    standings: mongoStandings(connection),
    ...mongoCountyFacts(connection),
    unitOfWork,
    clock,
    newId,
  };
}
