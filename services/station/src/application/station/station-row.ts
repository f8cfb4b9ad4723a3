import {
  type CalendarDate,
  type Cells,
  creditCodeAsIssued,
  dayOf,
  ifGiven,
  oneOf,
  publicLine,
  publicName,
  type PublicText,
  regionCodeOf,
  type RegionCode,
  required,
  severalOf,
  type Tell,
} from '@qianshou/kernel';
import type { Have } from '../../domain/reference/haves.ts';
import type { OperationMode } from '../../domain/station/operation.ts';
import type { Room, Site } from '../../domain/station/site.ts';
import { usualMode } from '../../domain/station/station-planning.ts';
import { countOf, leaveOut, newRooms, ROOM_COLUMNS, siteOf } from './premises-columns.ts';
import { HAVES, OPERATION_MODES } from './station-terms.ts';

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

export function readStationRow(cells: Cells, tell: Tell = () => undefined): StationRow {
  return {
    townshipCode: regionCodeOf('TOWNSHIP_UNIT', required(cells, 'townshipCode'), 'townshipCode'),
    signage: ifGiven(cells, 'signage', publicLine),
    operationMode:
      ifGiven(cells, 'operationMode', oneOf(OPERATION_MODES)) ??
      usualMode((cells['operatorCreditCode'] ?? '') !== ''),
    operatorCreditCode: ifGiven(cells, 'operatorCreditCode', creditCodeAsIssued),
    site: siteOf(cells, WITHOUT_SOURCE, tell),
    rooms: ROOM_COLUMNS.flatMap(([name, kind]) => newRooms(kind, countOf(cells, name) ?? 0)),
    opening: openingOf(cells, tell),
  };
}

const WITHOUT_SOURCE = {
  en: 'premises need siteSource as well; give it here, or later with recordSite',
  zh: '须同时填写“场地来源”;可在此补填,或之后使用 recordSite 登记',
};

const WITHOUT_OPENING = {
  en: 'without openedOn the station is only planned; give the day here, or enter the check later with checkStation',
  zh: '未填写“启用日期”,社工站仅立项;可在此补填,或之后使用 checkStation 登记验收',
};

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
