import {
  badInput,
  type CalendarDate,
  type Cells,
  creditCodeAsIssued,
  dayOf,
  decimalNumber,
  ifGiven,
  importCellLeftOut,
  oneOf,
  publicLine,
  publicName,
  type PublicText,
  regionCodeOf,
  type RegionCode,
  required,
  severalOf,
  type Tell,
  wholeNumber,
} from '@qianshou/kernel';
import type { Have, RoomKind } from '../../domain/reference/haves.ts';
import type { OperationMode } from '../../domain/station/operation.ts';
import type { Room, Site } from '../../domain/station/site.ts';
import { usualMode } from '../../domain/station/station-planning.ts';
import { HAVES, OPERATION_MODES, SITE_SOURCES } from './station-terms.ts';

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

const ROOM_COLUMNS: readonly (readonly [column: string, kind: RoomKind])[] = [
  ['caseRooms', 'CASE_ROOM'],
  ['groupRooms', 'GROUP_ROOM'],
  ['multiRooms', 'MULTI_ROOM'],
];

const MOST_ROOMS = 50;
const TOO_MANY_ROOMS = {
  en: `expected at most ${MOST_ROOMS} rooms of a kind`,
  zh: `每类活动场所最多 ${MOST_ROOMS} 间`,
};

export function readStationRow(cells: Cells, tell: Tell = () => undefined): StationRow {
  return {
    townshipCode: regionCodeOf('TOWNSHIP_UNIT', required(cells, 'townshipCode'), 'townshipCode'),
    signage: ifGiven(cells, 'signage', publicLine),
    operationMode:
      ifGiven(cells, 'operationMode', oneOf(OPERATION_MODES)) ??
      usualMode((cells['operatorCreditCode'] ?? '') !== ''),
    operatorCreditCode: ifGiven(cells, 'operatorCreditCode', creditCodeAsIssued),
    site: siteOf(cells, tell),
    rooms: ROOM_COLUMNS.flatMap(([name, kind]) => roomsOf(cells, name, kind)),
    opening: openingOf(cells, tell),
  };
}

function siteOf(cells: Cells, tell: Tell): Site | null {
  const source = ifGiven(cells, 'siteSource', oneOf(SITE_SOURCES));
  if (source === null) {
    leaveOut(cells, ['address', 'areaSqm'], WITHOUT_SOURCE, tell);
    return null;
  }
  const address = publicLine(required(cells, 'address'), 'address');
  return { source, address, areaSqm: ifGiven(cells, 'areaSqm', decimalNumber) };
}

const WITHOUT_SOURCE = {
  en: 'premises need siteSource as well; give it here, or later with recordSite',
  zh: '须同时填写“场地来源”;可在此补填,或之后使用 recordSite 登记',
};

const WITHOUT_OPENING = {
  en: 'without openedOn the station is only planned; give the day here, or enter the check later with checkStation',
  zh: '未填写“启用日期”,社工站仅立项;可在此补填,或之后使用 checkStation 登记验收',
};

/** What has a value and no place: told, so that nobody believes it came in. */
function leaveOut(cells: Cells, fields: readonly string[], reason: typeof WITHOUT_SOURCE, tell: Tell): void {
  for (const field of fields) if ((cells[field] ?? '') !== '') tell(importCellLeftOut({ field, reason }));
}

function roomsOf(cells: Cells, name: string, kind: RoomKind): readonly Room[] {
  const count = ifGiven(cells, name, wholeNumber) ?? 0;
  if (count > MOST_ROOMS) throw badInput({ field: name, reason: TOO_MANY_ROOMS });
  return Array.from({ length: count }, () => ({ kind, areaSqm: null, capacity: null }));
}

function openingOf(cells: Cells, tell: Tell): OpeningRow | null {
  const openedOn = ifGiven(cells, 'openedOn', dayOf);
  if (openedOn === null) {
    leaveOut(cells, ['checkedOn', 'checkerOrganisation', 'haves'], WITHOUT_OPENING, tell);
    return null;
  }
  return {
    openedOn,
    checkedOn: dayOf(required(cells, 'checkedOn'), 'checkedOn'),
    checkerOrganisation: publicName(required(cells, 'checkerOrganisation'), 'checkerOrganisation'),
    found: severalOf(HAVES)(required(cells, 'haves'), 'haves'),
  };
}
