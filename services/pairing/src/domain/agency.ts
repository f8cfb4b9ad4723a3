import {
  badInput,
  type CalendarDate,
  type Change,
  levelOf,
  publicName,
  type PublicText,
  publicText,
  type RegionCode,
  type UnifiedSocialCreditCode,
  type Versioned,
  type Written,
} from '@qianshou/kernel';
import { agencyStatusUnfit } from './errors.ts';
import type { AgencyId } from './ids.ts';

export const LEGAL_FORMS = [
  'SOCIAL_SERVICE_ORGANISATION',
  'SOCIAL_ASSOCIATION',
  'FOUNDATION',
  'PUBLIC_INSTITUTION',
  'COMPANY',
] as const;

export type LegalForm = (typeof LEGAL_FORMS)[number];

/** Grades of social organisations (社会组织评估等级). No condition for being paired is known to rest on them. */
export const EVALUATION_GRADES = ['UNRATED', 'A1', 'A2', 'A3', 'A4', 'A5'] as const;

export type EvaluationGrade = (typeof EVALUATION_GRADES)[number];

/** What an agency is able to do, as its home authority attests; it changes as the agency grows. */
export interface Capability {
  readonly canDispatch: boolean;
  readonly canReceive: boolean;
  readonly canOperate: boolean;
  readonly evaluationGrade: EvaluationGrade;
  /** Null where nobody has said. */
  readonly fullTimeStaff: number | null;
  readonly certifiedStaff: number | null;
  readonly focusAreas: readonly PublicText[];
}

interface AgencyFacts extends Capability, Versioned {
  readonly id: AgencyId;
  readonly name: PublicText;
  readonly unifiedSocialCreditCode: UnifiedSocialCreditCode;
  readonly legalForm: LegalForm;
  readonly registrationAuthority: PublicText;
  readonly registeredOn: CalendarDate;
  /** The county it is registered in, or the city when a city's bureau registered it. */
  readonly homeRegionCode: RegionCode;
  readonly mainBusinessIsSocialWork: boolean;
  /** Years in which an unqualified grade of the year before bars it (PAIR-13). */
  readonly barredYears: readonly number[];
}

export interface ActiveAgency extends AgencyFacts {
  readonly status: 'ACTIVE';
  readonly statusReason: PublicText | null;
}

export interface SuspendedAgency extends AgencyFacts {
  readonly status: 'SUSPENDED';
  readonly statusReason: PublicText;
}

export interface StruckOffAgency extends AgencyFacts {
  readonly status: 'STRUCK_OFF';
  readonly statusReason: PublicText;
}

export type Agency = ActiveAgency | SuspendedAgency | StruckOffAgency;

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
  readonly status: Agency['status'];
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

export interface AgencyBarredForYear {
  readonly type: 'agency.barred-for-year';
  readonly agencyId: AgencyId;
  readonly year: number;
}

export type AgencyEvent = AgencyRegistered | AgencyStatusChanged | AgencyRevised | AgencyBarredForYear;

export type Registration = Written<Omit<AgencyFacts, 'version' | 'barredYears'>>;

export function register(
  registration: Registration,
  today: CalendarDate,
): Change<ActiveAgency, AgencyRegistered> {
  if (registration.registeredOn > today)
    throw badInput({ field: 'registeredOn', reason: 'lies in the future' });
  // Some cities have no counties below them and register agencies themselves, so a city is a home too.
  if (!['COUNTY', 'PREFECTURE'].includes(levelOf(registration.homeRegionCode)))
    throw badInput({ field: 'homeRegionCode', reason: 'expected the code of a county or a city' });
  const agency: ActiveAgency = {
    ...registration,
    ...checked(registration),
    version: 0,
    barredYears: [],
    name: publicName(registration.name, 'name'),
    registrationAuthority: publicName(registration.registrationAuthority, 'registrationAuthority'),
    status: 'ACTIVE',
    statusReason: null,
  };
  const { id, name, homeRegionCode, canDispatch, canReceive, canOperate } = agency;
  return {
    state: agency,
    events: [
      { type: 'agency.registered', agencyId: id, name, homeRegionCode, canDispatch, canReceive, canOperate },
    ],
  };
}

/** Bars the agency until it is reinstated; what it runs goes on, nothing new begins (PAIR-13). */
export function suspend(agency: Agency, reason: string): Change<SuspendedAgency, AgencyStatusChanged> {
  const statusReason = publicText(reason, 'reason', 500);
  if (agency.status !== 'ACTIVE') throw agencyStatusUnfit({ status: agency.status });
  return changed({ ...agency, status: 'SUSPENDED', statusReason });
}

/** For good: an agency struck off by its registration authority exists no more. */
export function strikeOff(agency: Agency, reason: string): Change<StruckOffAgency, AgencyStatusChanged> {
  const statusReason = publicText(reason, 'reason', 500);
  if (agency.status === 'STRUCK_OFF') throw agencyStatusUnfit({ status: agency.status });
  return changed({ ...agency, status: 'STRUCK_OFF', statusReason });
}

export function reinstate(agency: Agency, reason: string): Change<ActiveAgency, AgencyStatusChanged> {
  const statusReason = publicText(reason, 'reason', 500);
  if (agency.status !== 'SUSPENDED') throw agencyStatusUnfit({ status: agency.status });
  return changed({ ...agency, status: 'ACTIVE', statusReason });
}

function changed<State extends Agency>(state: State): Change<State, AgencyStatusChanged> {
  const { id, status, statusReason } = state;
  return {
    state,
    events: [{ type: 'agency.status-changed', agencyId: id, status, reason: statusReason ?? '' }],
  };
}

export function revise(agency: Agency, capability: Written<Capability>): Change<Agency, AgencyRevised> {
  if (agency.status === 'STRUCK_OFF') throw agencyStatusUnfit({ status: agency.status });
  const attested = checked(capability);
  const { canDispatch, canReceive, canOperate, evaluationGrade } = attested;
  const told = { canDispatch, canReceive, canOperate, evaluationGrade };
  return {
    state: { ...agency, ...attested },
    events: [{ type: 'agency.revised', agencyId: agency.id, ...told }],
  };
}

/** PAIR-13: graded 不合格, the agency is not paired in the year after; told once, however many grades say so. */
export function barForYear(agency: Agency, year: number): Change<Agency, AgencyBarredForYear> {
  if (agency.barredYears.includes(year)) return { state: agency, events: [] };
  return {
    state: { ...agency, barredYears: [...agency.barredYears, year] },
    events: [{ type: 'agency.barred-for-year', agencyId: agency.id, year }],
  };
}

const MOST_STAFF = 100_000;
const MOST_FOCUS_AREAS = 10;

function checked(capability: Written<Capability>): Capability {
  const { canDispatch, canReceive, canOperate, evaluationGrade, fullTimeStaff, certifiedStaff } = capability;
  requireStaff(fullTimeStaff, 'fullTimeStaff');
  requireStaff(certifiedStaff, 'certifiedStaff');
  if (fullTimeStaff !== null && certifiedStaff !== null && certifiedStaff > fullTimeStaff)
    throw badInput({ field: 'certifiedStaff', reason: 'more than the full-time staff' });
  if (capability.focusAreas.length > MOST_FOCUS_AREAS)
    throw badInput({ field: 'focusAreas', reason: `name at most ${MOST_FOCUS_AREAS}` });
  const focusAreas = capability.focusAreas.map((area) => publicName(area, 'focusAreas', 50));
  return {
    canDispatch,
    canReceive,
    canOperate,
    evaluationGrade,
    fullTimeStaff,
    certifiedStaff,
    focusAreas: [...new Set(focusAreas)],
  };
}

function requireStaff(count: number | null, field: string): void {
  if (count === null || (Number.isInteger(count) && count >= 0 && count <= MOST_STAFF)) return;
  throw badInput({ field, reason: `expected a whole number from 0 to ${MOST_STAFF}` });
}
