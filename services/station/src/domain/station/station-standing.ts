import type { Brand, CalendarDate, RegionCode } from '@qianshou/kernel';
import type { AgencyReplica } from '../reference/agency-replica.ts';
import type { GuidanceCentre } from '../centre/guidance-centre.ts';
import type { AgencyId } from '../ids.ts';
import type { StationRules } from '../county/station-rules.ts';

/** STA-4: what an operator runs in one county, closed stations left out. */
export interface OperatorMix {
  readonly demonstrations: number;
  readonly ordinary: number;
  /** Since the last of these stations opened, or gained or lost its rank, as far as the records tell it. */
  readonly since: CalendarDate | null;
}

/** What stands around a station: everything beside itself that a rule reads when it says how the station stands. */
export interface StationStanding {
  readonly rules: StationRules;
  /** Null where the government staffs the station itself, or while pairing's event is on its way. */
  readonly operator: AgencyReplica | null;
  readonly operatorMix: OperatorMix | null;
  readonly centre: GuidanceCentre | null;
  readonly expectedSignage: string;
}

/** An operator and a county in which it runs stations, as one key. */
export type OperatedCounty = Brand<string, 'OperatedCounty'>;

export function operatedCounty(countyCode: RegionCode, operator: AgencyId): OperatedCounty {
  return `${countyCode}/${operator}` as OperatedCounty;
}

/** STA-4: exactly one demonstration station and one or two ordinary ones. */
export function isBalanced({ demonstrations, ordinary }: Omit<OperatorMix, 'since'>): boolean {
  return demonstrations === 1 && (ordinary === 1 || ordinary === 2);
}
