import {
  badInput,
  type Cells,
  decimalNumber,
  ifGiven,
  type ImportColumn,
  importCellLeftOut,
  numberIn,
  oneOf,
  publicLine,
  required,
  type Tell,
  wholeNumber,
} from '@qianshou/kernel';
import type { RoomKind } from '../../domain/reference/haves.ts';
import type { Room, Site } from '../../domain/station/site.ts';
import { SITE_SOURCE, SITE_SOURCES } from './station-terms.ts';

const ROOMS = numberIn('间', '个', '处');

/** Premises and rooms, which stations and village rooms have alike. */
export const PREMISES_COLUMNS: readonly ImportColumn[] = [
  {
    name: 'siteSource',
    reads: SITE_SOURCE,
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
    reads: numberIn('平方米', '平米', '㎡', 'm²', 'm2'),
    zh: '面积',
    required: false,
    example: '120',
    about: { en: 'Square metres', zh: '面积,平方米' },
  },
  {
    name: 'caseRooms',
    reads: ROOMS,
    zh: '个案咨询室数',
    required: false,
    example: '1',
    about: { en: 'Rooms for counselling', zh: '个案咨询室数量' },
  },
  {
    name: 'groupRooms',
    reads: ROOMS,
    zh: '小组活动室数',
    required: false,
    example: '1',
    about: { en: 'Rooms for group work', zh: '小组活动室数量' },
  },
  {
    name: 'multiRooms',
    reads: ROOMS,
    zh: '多功能活动室数',
    required: false,
    example: '1',
    about: { en: 'Multi-use rooms', zh: '多功能活动室数量' },
  },
];

export const ROOM_COLUMNS: readonly (readonly [column: string, kind: RoomKind])[] = [
  ['caseRooms', 'CASE_ROOM'],
  ['groupRooms', 'GROUP_ROOM'],
  ['multiRooms', 'MULTI_ROOM'],
];

const MOST_ROOMS = 50;
const TOO_MANY_ROOMS = {
  en: `expected at most ${MOST_ROOMS} rooms of a kind`,
  zh: `每类活动场所最多 ${MOST_ROOMS} 间`,
};

interface Reason {
  readonly en: string;
  readonly zh: string;
}

/** Premises without their source are none: `without` says what becomes of the rest. */
export function siteOf(cells: Cells, without: Reason, tell: Tell): Site | null {
  const source = ifGiven(cells, 'siteSource', oneOf(SITE_SOURCES));
  if (source === null) {
    leaveOut(cells, ['address', 'areaSqm'], without, tell);
    return null;
  }
  const address = publicLine(required(cells, 'address'), 'address');
  return { source, address, areaSqm: ifGiven(cells, 'areaSqm', decimalNumber) };
}

/** What has a value and no place: told, so that nobody believes it came in. */
export function leaveOut(cells: Cells, fields: readonly string[], reason: Reason, tell: Tell): void {
  for (const field of fields) if ((cells[field] ?? '') !== '') tell(importCellLeftOut({ field, reason }));
}

/** How many rooms the cell says; null where it says nothing. */
export function countOf(cells: Cells, name: string): number | null {
  const count = ifGiven(cells, name, wholeNumber);
  if (count !== null && count > MOST_ROOMS) throw badInput({ field: name, reason: TOO_MANY_ROOMS });
  return count;
}

export function newRooms(kind: RoomKind, count: number): readonly Room[] {
  return Array.from({ length: count }, () => ({ kind, areaSqm: null, capacity: null }));
}
