import { addDays, type CalendarDate, RECRUITING_DAYS, type RegionCode } from '@qianshou/kernel';
import type { AgencyId, CentreId, StationId } from '../ids.ts';

/** What the rules read of a station. */
export interface StationPlace {
  readonly kind: 'STATION';
  readonly stationId: StationId;
  readonly centreId: null;
  readonly townshipCode: RegionCode;
  readonly countyCode: RegionCode;
  /** As station names it: ORDINARY, DEMONSTRATION, or what a newer build of it adds. */
  readonly tier: string;
  readonly operatorAgencyId: AgencyId | null;
  /** PURCHASED, DIRECT_HIRE or MIXED; null where it is not known. */
  readonly operationMode: string | null;
  /** For good: nobody is recruited for it any more. */
  readonly closed: boolean;
}

/** What the rules read of a guidance centre. */
export interface CentrePlace {
  readonly kind: 'CENTRE';
  readonly stationId: null;
  readonly centreId: CentreId;
  readonly townshipCode: null;
  readonly countyCode: RegionCode;
  readonly operatorAgencyId: AgencyId;
  readonly closed: boolean;
}

/** Nobody was bought in to run it: the bureau sends and trains its people itself. */
export function isStaffedByBureau(place: Workplace): boolean {
  if (place.kind !== 'STATION' || place.operatorAgencyId !== null) return false;
  return place.operationMode === 'DIRECT_HIRE' || place.operationMode === 'MIXED';
}

export type Workplace = StationPlace | CentrePlace;

/** The county's numbers that the rules read. */
export interface StaffingPolicy {
  readonly residentsPerStation: number;
  /** null: this county has not adopted the rule of two years (PER-8), and no clock runs there. */
  readonly certificateYears: number | null;
  /** PER-9: after a longer gap between two posts the years begin anew. Absent: 180 (domain 15). */
  readonly certificateGapDays?: number;
  /** PER-9: so many days before the deadline it is warned of, the widest first. Absent: 180, 90, 30, ours. */
  readonly certificateWarningDays?: readonly number[];
  /** Days of recruiting and filling posts. Absent: `RECRUITING_DAYS`. */
  readonly recruitmentNoticeDays?: number;
  readonly applicantDays?: number;
  readonly vacancyDays?: number;
}

/** Local rules are policy data of a county; without any, one resident a station (PER-3) and no certificate rule. */
export const NO_LOCAL_POLICY: StaffingPolicy = { residentsPerStation: 1, certificateYears: null };

/** PER-15 (STA-6): a guidance centre has at least two professional workers. */
const CENTRE_WORKERS = 2;

export interface RequiredPost {
  readonly role: PostingRole;
  readonly required: number;
}

/** The posts that must be filled: PER-1, PER-2, PER-3, PER-15; none at what is closed. */
export function requiredPosts(place: Workplace, policy: StaffingPolicy): readonly RequiredPost[] {
  if (place.closed) return [];
  if (place.kind === 'CENTRE') return [{ role: 'CENTRE_WORKER', required: CENTRE_WORKERS }];
  return [
    { role: 'STATION_HEAD', required: 1 },
    { role: 'DEPUTY_HEAD', required: place.tier === 'DEMONSTRATION' ? 1 : 0 },
    { role: 'RESIDENT', required: policy.residentsPerStation },
  ];
}

export interface Vacancy extends RequiredPost {
  readonly onDuty: number;
  /** Null where nobody is known to have left it. */
  readonly since: CalendarDate | null;
  readonly fillBy: CalendarDate | null;
  readonly overdue: boolean;
}

interface Left {
  readonly role: PostingRole;
  /** The latest first. */
  readonly endedOn: readonly CalendarDate[];
}

/** Of several open seats the one that was left first is due first. */
export function openSince(
  vacancy: Vacancy,
  ends: readonly Left[],
  { policy, today }: { readonly policy: StaffingPolicy; readonly today: CalendarDate },
): Vacancy {
  const left = ends.find(({ role }) => role === vacancy.role)?.endedOn ?? [];
  const last = left.slice(0, vacancy.required - vacancy.onDuty).at(-1);
  if (last === undefined) return vacancy;
  const since = addDays(last, 1);
  const fillBy = addDays(since, policy.vacancyDays ?? RECRUITING_DAYS.vacancyDays);
  return { ...vacancy, since, fillBy, overdue: fillBy < today };
}

const NOT_KNOWN = { since: null, fillBy: null, overdue: false } as const;

/** The required posts that nobody, or not enough people, hold today. */
export function vacancies(
  place: Workplace,
  policy: StaffingPolicy,
  onDuty: readonly PostingRole[],
): readonly Vacancy[] {
  return requiredPosts(place, policy)
    .map((post) => ({ ...post, ...NOT_KNOWN, onDuty: onDuty.filter((role) => role === post.role).length }))
    .filter((post) => post.onDuty < post.required);
}

/** How many may hold a post at once; null: as many as the operator sends. */
export function seatsFor(role: PostingRole, policy: StaffingPolicy): number | null {
  if (role === 'CENTRE_WORKER') return null;
  return role === 'RESIDENT' ? policy.residentsPerStation : 1;
}

/** The posts of the article; its other roles follow with dispatching. */
export const POSTING_ROLES = ['STATION_HEAD', 'DEPUTY_HEAD', 'RESIDENT', 'CENTRE_WORKER'] as const;

export type PostingRole = (typeof POSTING_ROLES)[number];
