import type { CalendarDate, PublicText, RegionCode } from '@qianshou/kernel';
import type { AgencyId } from '../ids.ts';
import type { EvaluationGrade } from './agency-capability.ts';

/** Where an entry can stand; `agency.ts` says what it knows in each. */
export type AgencyStatus = 'UNVERIFIED' | 'REFUSED' | 'ACTIVE' | 'SUSPENDED' | 'STRUCK_OFF' | 'MERGED';

export interface AgencyRegistered {
  readonly type: 'agency.registered';
  readonly agencyId: AgencyId;
  readonly name: PublicText;
  readonly homeRegionCode: RegionCode;
  readonly canDispatch: boolean;
  readonly canReceive: boolean;
  readonly canOperate: boolean;
}

export interface AgencyStatusChanged {
  readonly type: 'agency.status-changed';
  readonly agencyId: AgencyId;
  readonly status: AgencyStatus;
  readonly statusBefore: AgencyStatus;
  readonly reason: string;
}

/** What others decide by; the numbers of staff stay with the record. */
export interface AgencyRevised {
  readonly type: 'agency.revised';
  readonly agencyId: AgencyId;
  readonly canDispatch: boolean;
  readonly canReceive: boolean;
  readonly canOperate: boolean;
  readonly evaluationGrade: EvaluationGrade;
}

/** What its certificate says now is in the state; this is where it was at home before. */
export interface AgencyRegistrationChanged {
  readonly type: 'agency.registration-changed';
  readonly agencyId: AgencyId;
  readonly homeRegionCodeBefore: RegionCode;
  readonly on: CalendarDate;
}

/** What was told of the dropped entry is this one's from now on. */
export interface AgencyMerged {
  readonly type: 'agency.merged';
  readonly agencyId: AgencyId;
  readonly droppedAgencyId: AgencyId;
}

export interface AgencyBarredForYear {
  readonly type: 'agency.barred-for-year';
  readonly agencyId: AgencyId;
  readonly year: number;
}

export interface AgencyBarLifted extends Omit<AgencyBarredForYear, 'type'> {
  readonly type: 'agency.bar-lifted';
  /** Another evaluation bars the year as well. */
  readonly stillBarred: boolean;
}

export type AgencyEvent =
  | AgencyRegistered
  | AgencyStatusChanged
  | AgencyRevised
  | AgencyRegistrationChanged
  | AgencyMerged
  | AgencyBarredForYear
  | AgencyBarLifted;
