import { type CalendarDate, type Id, publicText, type RegionCode } from '@qianshou/kernel';
import type { CheckItem } from '../src/domain/station/acceptance-check.ts';
import type { AgencyReplica } from '../src/domain/reference/agency-replica.ts';
import { HAVES, MECHANISMS, REGIMES } from '../src/domain/reference/haves.ts';
import { DEFAULT_STATION_RULES } from '../src/domain/county/station-rules.ts';
import type { StationStanding } from '../src/domain/station/station-standing.ts';
import type { Region } from '../src/domain/reference/region.ts';
import type { Activity } from '../src/domain/station/activity.ts';
import type {
  OperatingStation,
  RectifyingStation,
  Station,
  StationInAcceptance,
  StationInPreparation,
} from '../src/domain/station/station.ts';
import type { RoomEquipment } from '../src/domain/village-room/room-standard.ts';
import type { StaffMember } from '../src/domain/station/staff.ts';

export const TODAY = '2026-05-20' as CalendarDate;
export const day = (written: string) => written as CalendarDate;
export const STATION_ID = 'sta_01900000-0000-7000-8000-000000000011' as Id<'sta'>;
export const OPERATOR_ID = 'agy_01900000-0000-7000-8000-000000000001' as Id<'agy'>;

export const anId = <Prefix extends string>(prefix: Prefix, number: number): Id<Prefix> =>
  `${prefix}_01900000-0000-7000-8000-${number.toString().padStart(12, '0')}` as Id<Prefix>;

export const zhicheng: Region = {
  id: '420581104' as RegionCode,
  name: publicText('枝城镇', 'name'),
  level: 'TOWNSHIP_UNIT',
  parentCode: '420581' as RegionCode,
  kind: 'TOWN',
  units: { all: 1, quasi: 0 },
};

export const yidu: Region = {
  id: '420581' as RegionCode,
  name: publicText('宜都市', 'name'),
  level: 'COUNTY',
  parentCode: '420500' as RegionCode,
  kind: null,
  units: { all: 11, quasi: 1 },
};

export const anOperator = (changes: Partial<AgencyReplica> = {}): AgencyReplica => ({
  id: OPERATOR_ID,
  name: publicText('演示承接机构', 'name'),
  creditCode: null,
  homeRegionCode: '420581' as RegionCode,
  canOperate: true,
  status: 'ACTIVE',
  ...changes,
});

export const aMember = (role: StaffMember['role'], number = 1): StaffMember => ({
  postingId: anId('pst', number),
  role,
});

const planned: StationInPreparation = {
  id: STATION_ID,
  version: 1,
  status: 'PLANNED',
  townshipCode: zhicheng.id,
  countyCode: yidu.id,
  signage: publicText('宜都市枝城镇社会工作服务站', 'signage'),
  tier: 'ORDINARY',
  operationMode: 'PURCHASED',
  operatorAgencyId: OPERATOR_ID,
  operatorChanges: [],
  site: null,
  rooms: [],
  documents: [],
  activitiesHeld: 0,
  staff: [],
  checks: [],
  havesComplete: false,
  demonstrationSince: null,
  demonstration: null,
  demonstrationWithdrawnOn: null,
  gradedBy: null,
  openedOn: null,
  guide: null,
  rectification: null,
  suspension: null,
  closure: null,
};

export const aPlannedStation = (changes: Partial<StationInPreparation> = {}): StationInPreparation => ({
  ...planned,
  ...changes,
});

/** Everything that the five haves need. */
const equipment = {
  site: {
    source: 'CIVIL_AFFAIRS_OFFICE',
    address: publicText('枝城镇演示路 1 号', 'address'),
    areaSqm: 120,
  },
  rooms: [{ kind: 'MULTI_ROOM', areaSqm: 40, capacity: 30 }],
  documents: [...REGIMES, ...MECHANISMS].map((subject) => ({
    subject,
    title: publicText(`${subject} 演示`, 'title'),
    filedOn: TODAY,
  })),
  activitiesHeld: 1,
  staff: [aMember('STATION_HEAD', 1), aMember('RESIDENT', 2)],
} satisfies Partial<Station>;

/** STA-8: all that a village room has to have. */
export const aStandardRoom = (changes: Partial<RoomEquipment> = {}): RoomEquipment => ({
  site: equipment.site,
  rooms: equipment.rooms,
  documents: equipment.documents.filter(({ subject }) => ['SAFETY', 'COMPLAINT'].includes(subject)),
  ...changes,
});

export const anActivity: Activity = {
  id: anId('sac', 1),
  stationId: planned.id,
  title: publicText('演示活动', 'title'),
  heldOn: TODAY,
  participants: 12,
  struck: null,
};

export const aStationInAcceptance = (changes: Partial<StationInAcceptance> = {}): StationInAcceptance => ({
  ...planned,
  ...equipment,
  status: 'IN_ACCEPTANCE',
  ...changes,
});

export const allMet = (): CheckItem[] => HAVES.map((have) => ({ have, met: true, finding: null }));

export const aPassedStation = (changes: Partial<StationInAcceptance> = {}): StationInAcceptance =>
  aStationInAcceptance({
    checks: [
      {
        id: anId('chk', 14),
        checkedOn: TODAY,
        checkerOrganisation: publicText('宜都市民政局(演示)', 'checkerOrganisation'),
        items: allMet(),
        result: 'PASSED',
        rectifyBy: null,
      },
    ],
    ...changes,
  });

export const anOperatingStation = (changes: Partial<OperatingStation> = {}): OperatingStation => ({
  ...planned,
  ...equipment,
  status: 'OPERATING',
  openedOn: TODAY,
  ...changes,
});

export const aRectifyingStation = (changes: Partial<RectifyingStation> = {}): RectifyingStation => ({
  ...anOperatingStation(),
  status: 'RECTIFYING',
  rectification: {
    reason: publicText('制度未落实(演示)', 'reason'),
    evaluationId: null,
    orderedOn: TODAY,
    planDueOn: day('2026-06-04'),
    dueOn: day('2026-06-04'),
    plan: null,
    overdueSince: null,
  },
  ...changes,
});

/** A county in which nothing is to be warned of. */
export const aStanding = (changes: Partial<StationStanding> = {}): StationStanding => ({
  rules: DEFAULT_STATION_RULES,
  operator: anOperator(),
  operatorMix: { demonstrations: 1, ordinary: 2, since: TODAY },
  centre: {
    id: anId('ctr', 1),
    version: 1,
    status: 'OPERATING',
    countyCode: yidu.id,
    name: publicText('演示中心', 'name'),
    operatorAgencyId: OPERATOR_ID,
    expertTeam: publicText('演示大学', 'expertTeam'),
    workers: [anId('pst', 8), anId('pst', 9)],
    openedOn: TODAY,
    operatorChanges: [],
    closure: null,
  },
  expectedSignage: '宜都市枝城镇社会工作服务站',
  ...changes,
});
