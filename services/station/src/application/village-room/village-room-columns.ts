import {
  type CalendarDate,
  type Cells,
  CODE,
  DAY,
  dayOf,
  ifGiven,
  type ImportColumn,
  labelIn,
  publicLine,
  publicName,
  type PublicText,
  type RegionCode,
  regionCodeOf,
  required,
  severalOf,
  type Tell,
} from '@qianshou/kernel';
import type { RoomKind } from '../../domain/reference/haves.ts';
import type { Site, StationDocument } from '../../domain/station/site.ts';
import { countOf, leaveOut, PREMISES_COLUMNS, ROOM_COLUMNS, siteOf } from '../station/premises-columns.ts';
import { DOCUMENT_SUBJECT, DOCUMENT_SUBJECTS } from '../station/station-terms.ts';

/** What a row says of a village room. */
export interface VillageRoomRow {
  readonly townshipCode: RegionCode;
  readonly villageName: PublicText;
  readonly openedOn: CalendarDate;
  readonly site: Site | null;
  /** How many of each kind; a kind of which the file says nothing is not in it. */
  readonly rooms: ReadonlyMap<RoomKind, number>;
  readonly documents: readonly StationDocument[];
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
  ...PREMISES_COLUMNS,
  {
    name: 'documents',
    reads: DOCUMENT_SUBJECT,
    zh: '制度与机制文件',
    required: false,
    example: '安全管理;投诉',
    about: {
      en: 'Regimes and mechanisms in writing, by their subjects, parted by semicolons; each is titled by its subject; with filedOn (STA-8)',
      zh: '已成文的制度与机制,以分号分隔,文件标题即其主题;须同时填写归档日期',
    },
  },
  {
    name: 'filedOn',
    reads: DAY,
    zh: '制度与机制文件归档日期',
    required: false,
    example: '2023-03-01',
    about: {
      en: 'Day on which these documents were filed; needed with documents',
      zh: '上述文件的归档日期;填写文件时必填',
    },
  },
];

const WITHOUT_SOURCE = {
  en: 'premises need siteSource as well; give it here, or later with equipVillageRoom',
  zh: '须同时填写“场地来源”;可在此补填,或之后使用 equipVillageRoom 登记',
};

const WITHOUT_DOCUMENTS = {
  en: 'without documents there is nothing that was filed; name them here, or enter them later with equipVillageRoom',
  zh: '未填写“制度与机制文件”;可在此补填,或之后使用 equipVillageRoom 登记',
};

export function readVillageRoomRow(cells: Cells, tell: Tell = () => undefined): VillageRoomRow {
  return {
    townshipCode: regionCodeOf('TOWNSHIP_UNIT', required(cells, 'townshipCode'), 'townshipCode'),
    villageName: publicName(required(cells, 'villageName'), 'villageName', 100),
    openedOn: dayOf(required(cells, 'openedOn'), 'openedOn'),
    site: siteOf(cells, WITHOUT_SOURCE, tell),
    rooms: roomsOf(cells),
    documents: documentsOf(cells, tell),
  };
}

function roomsOf(cells: Cells): ReadonlyMap<RoomKind, number> {
  return new Map(
    ROOM_COLUMNS.flatMap(([name, kind]) => {
      const count = countOf(cells, name);
      return count === null ? [] : [[kind, count] as const];
    }),
  );
}

function documentsOf(cells: Cells, tell: Tell): readonly StationDocument[] {
  const subjects = new Set(ifGiven(cells, 'documents', severalOf(DOCUMENT_SUBJECTS)));
  if (subjects.size === 0) {
    leaveOut(cells, ['filedOn'], WITHOUT_DOCUMENTS, tell);
    return [];
  }
  const filedOn = dayOf(required(cells, 'filedOn'), 'filedOn');
  return [...subjects].map((subject) => {
    const title = publicLine(labelIn(DOCUMENT_SUBJECTS, subject).zh, 'documents');
    return { subject, title, filedOn };
  });
}
