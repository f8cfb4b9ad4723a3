import type { CalendarDate, PublicText, RegionCode } from '@qianshou/kernel';
import type { Have } from '../reference/haves.ts';
import type { CheckId, StationId } from '../ids.ts';

export interface CheckItem {
  readonly have: Have;
  readonly met: boolean;
  /** What the checker wrote. */
  readonly finding: PublicText | null;
  /** What the records lacked on the day, by its codes; said in the language of whoever reads it. */
  readonly lacking?: readonly string[];
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
