import {
  type CalendarDate,
  type Cells,
  CODE,
  DAY,
  dayOf,
  type ImportColumn,
  publicName,
  type PublicText,
  type RegionCode,
  regionCodeOf,
  required,
} from '@qianshou/kernel';

/** What a row says of a village room. */
export interface VillageRoomRow {
  readonly townshipCode: RegionCode;
  readonly villageName: PublicText;
  readonly openedOn: CalendarDate;
}

export const VILLAGE_ROOM_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'townshipCode',
    reads: CODE,
    zh: '乡镇级单位代码',
    required: true,
    example: '420581100',
    about: {
      en: 'Township-level unit, 9 digits, whose station operates (STA-8)',
      zh: '乡镇(街道、矿区)9 位代码,其社工站须已运营',
    },
  },
  {
    name: 'villageName',
    zh: '村(社区)名称',
    required: true,
    example: '演示村',
    about: {
      en: 'Name of the village or community; with the unit it is the natural key of the room that operates there',
      zh: '村(社区)名称;与乡镇级单位代码共同作为运营中社工室的唯一键',
    },
  },
  {
    name: 'openedOn',
    reads: DAY,
    zh: '建成日期',
    required: true,
    example: '2023-03-01',
    about: {
      en: 'Day of opening; after a room of that village has closed, a later day names its next one',
      zh: '社工室建成日期;原社工室关闭后,晚于关闭日期的视为新建',
    },
  },
];

export function readVillageRoomRow(cells: Cells): VillageRoomRow {
  return {
    townshipCode: regionCodeOf('TOWNSHIP_UNIT', required(cells, 'townshipCode'), 'townshipCode'),
    villageName: publicName(required(cells, 'villageName'), 'villageName', 100),
    openedOn: dayOf(required(cells, 'openedOn'), 'openedOn'),
  };
}
