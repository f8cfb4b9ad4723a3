import { findNearestStations } from './find-nearest-stations.ts';
import { findRule } from './find-rule.ts';
import { listAcceptanceChecks } from './list-acceptance-checks.ts';
import { listActivities } from './list-activities.ts';
import { listChildRegions } from './list-child-regions.ts';
import { listCountiesWithin } from './list-counties-within.ts';
import { listRegions } from './list-regions.ts';
import { listComplaints } from './list-complaints.ts';
import { listCountyPolicies } from './list-county-policies.ts';
import { listEvaluations } from './list-evaluations.ts';
import { listGuidanceCentres } from './list-guidance-centres.ts';
import { listLabels } from './list-labels.ts';
import { listPublishedFigures } from './list-published-figures.ts';
import { listServiceRecords } from './list-service-records.ts';
import { listStations } from './list-stations.ts';
import { listVillageRooms } from './list-village-rooms.ts';
import type { Ports } from './ports.ts';

/** Questions. */
export function readUseCases(ports: Ports) {
  return {
    findNearestStations: findNearestStations(ports),
    findRule: findRule(ports),
    listAcceptanceChecks: listAcceptanceChecks(ports),
    listActivities: listActivities(ports),
    listChildRegions: listChildRegions(ports),
    listCountiesWithin: listCountiesWithin(ports),
    listRegions: listRegions(ports),
    listComplaints: listComplaints(ports),
    listCountyPolicies: listCountyPolicies(ports),
    listEvaluations: listEvaluations(ports),
    listGuidanceCentres: listGuidanceCentres(ports),
    listLabels: listLabels(ports),
    listPublishedFigures: listPublishedFigures(ports),
    listServiceRecords: listServiceRecords(ports),
    listStations: listStations(ports),
    listVillageRooms: listVillageRooms(ports),
  };
}
