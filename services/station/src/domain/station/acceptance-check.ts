import type {
  CalendarDate,
  DocumentReference,
  PublicText,
  Recorded,
  RegionCode,
  Struck,
} from '@qianshou/kernel';
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
  /** Photos of the acceptance; absent in checks of before. */
  readonly photos?: readonly DocumentReference[];
  readonly recorded?: Recorded | null;
  /** What it said before it was corrected, oldest first. */
  readonly corrections?: readonly CheckCorrection[];
}

/** A check as it is found among those of all stations. */
export interface ListedCheck extends AcceptanceCheck {
  readonly stationId: StationId;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  readonly regions: readonly RegionCode[];
  /** Refused, and the station neither checked again nor closed since. */
  readonly awaitsRectification: boolean;
  /** Null unless it was recorded by mistake; then it counts no more. Absent in checks of before. */
  readonly struck?: Struck | null;
}

/** What stood before a correction, and why it was corrected. */
export interface CheckCorrection
  extends Struck, Pick<AcceptanceCheck, 'checkedOn' | 'checkerOrganisation' | 'result'> {}
