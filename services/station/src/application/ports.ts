import type { Clock, NewId, UnitOfWork } from '@qianshou/kernel';
import type { AcceptanceChecks, Activities, RecordTexts, Stations } from './station/ports.ts';
import type { Agencies, ReferenceFiles, Regions, Workers } from './reference/ports.ts';
import type { KeyCounties, CountyCoverages, CountyPolicies, PolicyStandings } from './county/ports.ts';
import type { ServiceRecords } from './service-record/ports.ts';
import type { Evaluations } from './evaluation/ports.ts';
import type { Complaints } from './complaint/ports.ts';
import type { Centres } from './centre/ports.ts';
import type { RegionSuccessions, UnitScopes } from './region/ports.ts';
import type { StationVisits } from './supervision/ports.ts';
import type { VillageRooms } from './village-room/ports.ts';

export interface Ports {
  readonly stations: Stations;
  readonly activities: Activities;
  readonly recordTexts: RecordTexts;
  readonly acceptanceChecks: AcceptanceChecks;
  readonly centres: Centres;
  readonly villageRooms: VillageRooms;
  readonly countyPolicies: CountyPolicies;
  readonly policyStandings: PolicyStandings;
  readonly countyCoverages: CountyCoverages;
  readonly evaluations: Evaluations;
  readonly stationVisits: StationVisits;
  readonly regionSuccessions: RegionSuccessions;
  readonly unitScopes: UnitScopes;
  readonly serviceRecords: ServiceRecords;
  readonly complaints: Complaints;
  readonly regions: Regions;
  readonly keyCounties: KeyCounties;
  readonly agencies: Agencies;
  readonly workers: Workers;
  readonly referenceFiles: ReferenceFiles;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: NewId;
}
