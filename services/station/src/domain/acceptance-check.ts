import { type CalendarDate, lineage, type PublicText, type RegionCode } from '@qianshou/kernel';
import type { Have } from './haves.ts';
import type { CheckId, StationId } from './ids.ts';
import type { Station } from './station.ts';

export interface CheckItem {
  readonly have: Have;
  readonly met: boolean;
  readonly finding: PublicText | null;
}

export interface AcceptanceCheck {
  readonly id: CheckId;
  readonly checkedOn: CalendarDate;
  readonly checkerOrganisation: PublicText;
  readonly items: readonly CheckItem[];
  readonly result: 'PASSED' | 'REFUSED';
  readonly rectifyBy: CalendarDate | null;
}

/** A check as it is found among those of all stations. */
export interface ListedCheck extends AcceptanceCheck {
  readonly stationId: StationId;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  readonly regions: readonly RegionCode[];
  /** Refused, and the station neither checked again nor closed since. */
  readonly awaitsRectification: boolean;
}

/** The latest checks of a station, earliest first; only the last can still wait for anything. */
export function listedChecks(station: Station): readonly ListedCheck[] {
  const { id: stationId, townshipCode, countyCode, status, checks } = station;
  const regions = lineage(townshipCode);
  return checks.map((check, at) => ({
    ...check,
    stationId,
    townshipCode,
    countyCode,
    regions,
    awaitsRectification: check.result === 'REFUSED' && at === checks.length - 1 && status !== 'CLOSED',
  }));
}
