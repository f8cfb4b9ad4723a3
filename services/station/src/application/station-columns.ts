import {
  type CalendarDate,
  type Cells,
  dayOf,
  decimalNumber,
  ifGiven,
  type ImportColumn,
  oneOf,
  publicLine,
  publicName,
  type PublicText,
  type RegionCode,
  regionCodeOf,
  required,
  severalOf,
  unifiedSocialCreditCode,
  wholeNumber,
} from '@qianshou/kernel';
import type { Have, RoomKind } from '../domain/haves.ts';
import type { OperationMode, Room, Site, SiteSource } from '../domain/station.ts';

/** What a row says of a station, before it is known whether it fits what is recorded. */
export interface StationRow {
  readonly townshipCode: RegionCode;
  /** Null: what STA-3 says. */
  readonly signage: PublicText | null;
  readonly operationMode: OperationMode;
  readonly operatorCreditCode: string | null;
  readonly site: Site | null;
  readonly rooms: readonly Room[];
  readonly opening: OpeningRow | null;
}

export interface OpeningRow {
  readonly openedOn: CalendarDate;
  readonly checkedOn: CalendarDate;
  readonly checkerOrganisation: PublicText;
  readonly found: readonly Have[];
}

const OPERATION_MODES: Readonly<Record<OperationMode, string>> = {
  PURCHASED: '政府购买服务',
  DIRECT_HIRE: '政府直接聘用',
  MIXED: '混合',
};

const SITE_SOURCES: Readonly<Record<SiteSource, string>> = {
  CIVIL_AFFAIRS_OFFICE: '民政办',
  NGO_INCUBATOR: '社会组织孵化基地',
  CIVILISATION_PRACTICE_CENTRE: '新时代文明实践所',
  OTHER: '其他',
};

const HAVES: Readonly<Record<Have, string>> = {
  SITE: '有场地',
  STAFF: '有人员',
  FUNCTION: '有功能',
  REGIME: '有制度',
  ACTIVITY: '有活动',
  EQUIPMENT: '有设备',
  WORKFLOW: '有工作流程',
};

const ROOM_COLUMNS: readonly (readonly [column: string, kind: RoomKind])[] = [
  ['caseRooms', 'CASE_ROOM'],
  ['groupRooms', 'GROUP_ROOM'],
  ['multiRooms', 'MULTI_ROOM'],
];

const MOST_ROOMS = 50;

export const STATION_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'townshipCode',
    zh: '乡镇级单位代码',
    required: true,
    example: '420581100',
    about: {
      en: 'Township-level unit, 9 digits; the natural key: a unit has one station (STA-1)',
      zh: '乡镇(街道、矿区)9 位代码;每个单位一个社工站,作为唯一键',
    },
  },
  {
    name: 'signage',
    zh: '标识',
    required: false,
    example: '宜都市红花套镇社会工作服务站',
    about: {
      en: 'What stands at the door; left empty, it is what STA-3 says',
      zh: '社工站标识;留空则按统一格式生成',
    },
  },
  {
    name: 'operationMode',
    zh: '运营方式',
    required: false,
    example: '政府购买服务',
    about: {
      en: 'PURCHASED (the default), DIRECT_HIRE or MIXED',
      zh: '政府购买服务(默认)、政府直接聘用、混合',
    },
  },
  {
    name: 'operatorCreditCode',
    zh: '承接机构统一社会信用代码',
    required: false,
    example: '52420581MJ0000001J',
    about: {
      en: 'Credit code of the agency that runs it',
      zh: '承接机构的统一社会信用代码',
    },
  },
  {
    name: 'siteSource',
    zh: '场地来源',
    required: false,
    example: '民政办',
    about: {
      en: 'Where the premises come from; with an address',
      zh: '民政办、社会组织孵化基地、新时代文明实践所、其他;须同时填写地址',
    },
  },
  {
    name: 'address',
    zh: '地址',
    required: false,
    example: '演示路 1 号',
    about: { en: 'Address of the premises', zh: '场地地址' },
  },
  {
    name: 'areaSqm',
    zh: '面积',
    required: false,
    example: '120',
    about: { en: 'Square metres', zh: '面积,平方米' },
  },
  {
    name: 'caseRooms',
    zh: '个案咨询室数',
    required: false,
    example: '1',
    about: { en: 'Rooms for counselling', zh: '个案咨询室数量' },
  },
  {
    name: 'groupRooms',
    zh: '小组活动室数',
    required: false,
    example: '1',
    about: { en: 'Rooms for group work', zh: '小组活动室数量' },
  },
  {
    name: 'multiRooms',
    zh: '多功能活动室数',
    required: false,
    example: '1',
    about: { en: 'Multi-use rooms', zh: '多功能活动室数量' },
  },
  {
    name: 'openedOn',
    zh: '启用日期',
    required: false,
    example: '2022-06-01',
    about: {
      en: 'First day of operation; left empty, the station is only planned',
      zh: '启用日期;留空表示仅立项',
    },
  },
  {
    name: 'checkedOn',
    zh: '验收日期',
    required: false,
    example: '2022-05-20',
    about: {
      en: 'Day of the check that opened it; needed with openedOn (STA-2)',
      zh: '验收日期;填写启用日期时必填',
    },
  },
  {
    name: 'checkerOrganisation',
    zh: '验收单位',
    required: false,
    example: '演示评估中心',
    about: {
      en: 'Who checked; needed with openedOn',
      zh: '验收单位;填写启用日期时必填',
    },
  },
  {
    name: 'haves',
    zh: '验收具备项',
    required: false,
    example: '有场地;有人员;有功能;有制度;有活动',
    about: {
      en: 'What the check found true, parted by semicolons; needed with openedOn (STA-2)',
      zh: '验收时具备的项目,以分号分隔;填写启用日期时必填',
    },
  },
];

export function readStationRow(cells: Cells): StationRow {
  return {
    townshipCode: regionCodeOf('TOWNSHIP_UNIT', required(cells, 'townshipCode'), 'townshipCode'),
    signage: ifGiven(cells, 'signage', publicLine),
    operationMode: ifGiven(cells, 'operationMode', oneOf(OPERATION_MODES)) ?? 'PURCHASED',
    operatorCreditCode: ifGiven(cells, 'operatorCreditCode', unifiedSocialCreditCode),
    site: siteOf(cells),
    rooms: ROOM_COLUMNS.flatMap(([name, kind]) => roomsOf(cells, name, kind)),
    opening: openingOf(cells),
  };
}

function siteOf(cells: Cells): Site | null {
  const source = ifGiven(cells, 'siteSource', oneOf(SITE_SOURCES));
  if (source === null) return null;
  const address = publicLine(required(cells, 'address'), 'address');
  return { source, address, areaSqm: ifGiven(cells, 'areaSqm', decimalNumber) };
}

function roomsOf(cells: Cells, name: string, kind: RoomKind): readonly Room[] {
  const count = Math.min(ifGiven(cells, name, wholeNumber) ?? 0, MOST_ROOMS);
  return Array.from({ length: count }, () => ({ kind, areaSqm: null, capacity: null }));
}

function openingOf(cells: Cells): OpeningRow | null {
  const openedOn = ifGiven(cells, 'openedOn', dayOf);
  if (openedOn === null) return null;
  return {
    openedOn,
    checkedOn: dayOf(required(cells, 'checkedOn'), 'checkedOn'),
    checkerOrganisation: publicName(required(cells, 'checkerOrganisation'), 'checkerOrganisation'),
    found: severalOf(HAVES)(required(cells, 'haves'), 'haves'),
  };
}
