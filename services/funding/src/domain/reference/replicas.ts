import { type CalendarDate, type PolicyDays, type RegionCode, termOf } from '@qianshou/kernel';
import {
  contractProviderBarred,
  contractProviderUnfit,
  contractStationElsewhere,
  contractTermsWrong,
} from './errors.ts';
import type { AgencyId, CheckId, CountyPolicyId, EvaluationId, FundEvaluationId, StationId } from '../ids.ts';

/** What the rules read of an agency; pairing owns it. */
export interface AgencyReplica {
  readonly id: AgencyId;
  /** Absent in copies made before it was kept. */
  readonly name?: string | null;
  readonly canOperate: boolean;
  /** As pairing names it: ACTIVE, SUSPENDED, STRUCK_OFF, or what a newer build of it adds. Only ACTIVE may. */
  readonly status: string;
}

/** What the rules read of a station; station owns it. */
export interface StationReplica {
  readonly id: StationId;
  /** What its sign says; absent in copies made before it was kept. */
  readonly signage?: string | null;
  readonly countyCode: RegionCode;
  readonly operatorAgencyId: AgencyId | null;
  /** FUN-4: the check that it passed. */
  readonly acceptanceCheckId: CheckId | null;
  /** Since when it is a demonstration station; null while it is an ordinary one. */
  readonly demonstrationSince?: CalendarDate | null;
  readonly closedOn?: CalendarDate | null;
}

/** Of a station whose other facts are not heard yet. */
export const NOT_HEARD_YET = {
  acceptanceCheckId: null,
  demonstrationSince: null,
  closedOn: null,
} satisfies Partial<StationReplica>;

/** What the rules read of a station's evaluation; station owns it. Those of stations without an operator are not kept. */
export interface StationEvaluation {
  readonly id: EvaluationId;
  readonly stationId: StationId;
  readonly countyCode: RegionCode;
  readonly operatorAgencyId: AgencyId;
  /** The year whose purchases are closed to the operator; null where it bars nobody. */
  readonly barsIn: number | null;
  /** As station names kind and grade, or what a newer build of it adds. */
  readonly kind: string;
  readonly grade: string;
  readonly year: number;
  readonly evaluatedOn: CalendarDate;
}

/** Those that bar somebody. */
export type BarringEvaluation = Pick<
  StationEvaluation,
  'stationId' | 'countyCode' | 'operatorAgencyId' | 'barsIn'
> &
  Pick<StationReplica, 'signage'> & { readonly id: EvaluationId | FundEvaluationId };

/** What the rules read of a county's policy; station owns it. */
export interface PolicyReplica extends PolicyDays {
  readonly id: CountyPolicyId;
  readonly countyCode: RegionCode;
  readonly source: string;
  /** Null: the county sets no cap, and no national rule does. */
  readonly capPercent: number | null;
  /** When a second person, of finance, approved the cap; null while it is only proposed. */
  readonly capApprovedOn: CalendarDate | null;
}

/** Only an active agency that is registered as an operator (承接机构) is given a contract. */
export function requireProvider(agency: AgencyReplica): void {
  const { status, canOperate } = agency;
  if (status !== 'ACTIVE' || !canOperate)
    throw contractProviderUnfit({ ...calledBy(agency), status: termOf('AgencyStatus', status), canOperate });
}

/** FUN-14: who ran a station of the county that was graded unqualified (不合格) gets none of the next year's purchases there. */
export function refuseBarred(
  provider: AgencyReplica,
  year: number,
  bars: readonly BarringEvaluation[],
): void {
  const barring = bars.filter(
    ({ operatorAgencyId, barsIn }) => operatorAgencyId === provider.id && barsIn === year,
  );
  if (barring.length === 0) return;
  const stations = stationsCalled(barring.map(({ stationId: id, signage = null }) => ({ id, signage })));
  throw contractProviderBarred({ ...calledBy(provider), year, gradedYear: year - 1, ...stations });
}

/** What is bought is bought for stations of the county, each named once. */
export function requireStationsOf(countyCode: RegionCode, stations: readonly StationReplica[]): void {
  if (stations.length === 0 || new Set(stations.map(({ id }) => id)).size !== stations.length) {
    const reason = { en: 'at least one station, each once', zh: '至少一个社工站,且不得重复' };
    throw contractTermsWrong({ field: 'stationIds', reason });
  }
  const elsewhere = stations.filter((station) => station.countyCode !== countyCode);
  if (elsewhere.length > 0) throw contractStationElsewhere(stationsCalled(elsewhere));
}

/** By what people know them, as far as the copies say it. */
export function stationsCalled(stations: readonly Pick<StationReplica, 'id' | 'signage'>[]) {
  return {
    stationIds: stations.map(({ id }) => id),
    stationNames: stations.map(({ id, signage }) => signage ?? id),
  };
}

/** By what people know it, as far as the copy says it. */
export function calledBy({ id, name }: Pick<AgencyReplica, 'id' | 'name'>) {
  return { agencyId: id, agencyName: name ?? id };
}
