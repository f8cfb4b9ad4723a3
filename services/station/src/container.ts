import { join } from 'node:path';
import { importDesk, type ImportUseCases } from '@qianshou/service-kit/imports';
import type { Job } from '@qianshou/service-kit/jobs';
import type { ServiceDefinition, ServiceKit } from '@qianshou/service-kit/service';
import { importKinds } from './application/import-kinds.ts';
import type { Ports } from './application/ports.ts';
import { stationUseCases, type UseCases } from './application/use-cases.ts';
import { type Loaders, stationLoaders } from './graphql/loaders.ts';
import { actionOperations } from './graphql/action-operations.ts';
import { resolvers } from './graphql/resolvers.ts';
import { stationCopies } from './messaging/copies.ts';
import { foldStationEvent } from './messaging/figures.ts';
import {
  publishCentreEvent,
  publishCoverageEvent,
  publishEvaluationEvent,
  publishKeyCountyEvent,
  publishPolicyEvent,
  publishStandingEvent,
  publishVillageRoomEvent,
} from './messaging/publications.ts';
import { publishComplaintEvent } from './messaging/complaint/complaint.publications.ts';
import { publishServiceRecordEvent } from './messaging/service-record/service.publications.ts';
import { publishVisitEvent } from './messaging/supervision/supervision.publications.ts';
import { publishStationEvent } from './messaging/station/station.publications.ts';
import { stationSubscriptions } from './messaging/subscriptions.ts';
import { mongoAcceptanceChecks } from './persistence/station/acceptance-check.list.ts';
import { mongoActivities, moveActivities } from './persistence/station/activity.list.ts';
import { mongoRecordTexts } from './persistence/station/record-texts.ts';
import { mongoAgencies } from './persistence/reference/agency.replica.ts';
import { mongoComplaints } from './persistence/complaint/complaint.repository.ts';
import { mongoCountyCoverages } from './persistence/county/county-coverage.repository.ts';
import { mongoCountyPolicies } from './persistence/county/county-policy.repository.ts';
import { mongoEvaluations } from './persistence/evaluation/evaluation.repository.ts';
import { mongoCentres } from './persistence/centre/guidance-centre.repository.ts';
import { mongoKeyCounties } from './persistence/county/key-county.repository.ts';
import { csvReferenceFiles } from './files/reference-files.ts';
import { mongoPolicyStandings } from './persistence/county/policy-standing.repository.ts';
import { mongoRegions } from './persistence/reference/region.repository.ts';
import { mongoServiceRecords } from './persistence/service-record/service-record.repository.ts';
import { fillAnnualGrades } from './persistence/station/station.model.ts';
import { mongoStations } from './persistence/station/station.repository.ts';
import { mongoRegionSuccessions } from './persistence/region/region-succession.repository.ts';
import { mongoUnitScopes } from './persistence/region/unit-scope.repository.ts';
import { publishSuccessionEvent, publishUnitScopeEvent } from './messaging/region/region.publications.ts';
import { mongoStationVisits } from './persistence/supervision/station-visit.repository.ts';
import { mongoVillageRooms } from './persistence/village-room/village-room.repository.ts';
import { mongoWorkers } from './persistence/reference/worker.replica.ts';

/** A day passes at midnight in China; a few minutes later is soon enough to say so. */
const SWEEP_SECONDS = 300;

const FOLDER = join(import.meta.dirname, '..');

export const station: ServiceDefinition<'station', UseCases & ImportUseCases, Loaders> = {
  name: 'station',
  folder: FOLDER,
  resolvers,
  actions: actionOperations,
  fold: foldStationEvent,
  publicTexts: [
    'address',
    'checkerOrganisation',
    'evaluator',
    'expertTeam',
    'finding',
    'findings',
    'handOver',
    'measures',
    'name',
    'openingHours',
    'opinion',
    'reason',
    'result',
    'returnReason',
    'signage',
    'source',
    'sourceUrl',
    'sourceUrls',
    'statement',
    'title',
    'villageName',
    'visitor',
  ],
  names: ['checkerOrganisation', 'evaluator', 'expertTeam', 'name', 'signage', 'villageName', 'visitor'],
  copies: stationCopies,
  wire: (kit) => {
    const ports = portsOf(kit);
    const useCases = stationUseCases(ports);
    const imports = importDesk({ ...kit, service: 'station', kinds: importKinds(ports) });
    return {
      useCases: { ...useCases, ...imports.useCases },
      imports,
      loaders: () => stationLoaders({ ...ports, figures: kit.figures }),
      subscriptions: stationSubscriptions(useCases),
      jobs: sweeps(useCases, kit.logger),
      prepare: async () => {
        await moveActivities(kit.connection, ports.activities);
        const imported = await useCases.importReferenceFiles();
        kit.logger.info(imported, 'reference files are loaded');
        if (imported.retired.length > 0)
          kit.logger.warn(
            { retired: imported.retired },
            'regions that the file no longer has are retired from today on',
          );
        await fillAnnualGrades(kit.connection);
      },
    };
  },
};

function portsOf({ connection, outbox, unitOfWork, clock, newId }: ServiceKit): Ports {
  return {
    stations: mongoStations(connection, outbox, publishStationEvent),
    activities: mongoActivities(connection),
    recordTexts: mongoRecordTexts(connection),
    acceptanceChecks: mongoAcceptanceChecks(connection),
    centres: mongoCentres(connection, outbox, publishCentreEvent),
    villageRooms: mongoVillageRooms(connection, outbox, publishVillageRoomEvent),
    countyPolicies: mongoCountyPolicies(connection, outbox, publishPolicyEvent),
    policyStandings: mongoPolicyStandings(connection, outbox, publishStandingEvent),
    countyCoverages: mongoCountyCoverages(connection, outbox, publishCoverageEvent),
    evaluations: mongoEvaluations(connection, outbox, publishEvaluationEvent),
    stationVisits: mongoStationVisits(connection, outbox, publishVisitEvent),
    regionSuccessions: mongoRegionSuccessions(connection, outbox, publishSuccessionEvent),
    unitScopes: mongoUnitScopes(connection, outbox, publishUnitScopeEvent),
    serviceRecords: mongoServiceRecords(connection, outbox, publishServiceRecordEvent),
    complaints: mongoComplaints(connection, outbox, publishComplaintEvent),
    regions: mongoRegions(connection),
    keyCounties: mongoKeyCounties(connection, outbox, publishKeyCountyEvent),
    agencies: mongoAgencies(connection),
    workers: mongoWorkers(connection),
    referenceFiles: csvReferenceFiles(join(FOLDER, 'data')),
    unitOfWork,
    clock,
    newId,
  };
}

/** What has become late is told once, by one process of the service. */
function sweeps(useCases: UseCases, logger: ServiceKit['logger']): readonly Job[] {
  const sweep = (name: string, note: () => Promise<{ readonly found: number }>): Job => ({
    name,
    everySeconds: SWEEP_SECONDS,
    run: async () => logger.debug(await note(), `${name} has run`),
  });
  return [
    sweep('follow-policies', useCases.followPolicies),
    sweep('follow-successions', useCases.followSuccessions),
    sweep('note-overdue-rectifications', useCases.noteOverdueRectifications),
    sweep('note-overdue-complaints', useCases.noteOverdueComplaints),
  ];
}
