import {
  badInput,
  type CalendarDate,
  type Change,
  levelOf,
  type RegionCode,
  text,
  type UnifiedSocialCreditCode,
  type Versioned,
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

interface AgencyFacts extends Versioned {
  readonly id: AgencyId;
  readonly name: string;
  readonly unifiedSocialCreditCode: UnifiedSocialCreditCode;
  readonly legalForm: LegalForm;
  readonly registrationAuthority: string;
  readonly registeredOn: CalendarDate;
  /** The county it is registered in, or the city when a city's bureau registered it. */
  readonly homeRegionCode: RegionCode;
  readonly mainBusinessIsSocialWork: boolean;
  readonly canDispatch: boolean;
  readonly canReceive: boolean;
  readonly canOperate: boolean;
}

export interface ActiveAgency extends AgencyFacts {
  readonly status: 'ACTIVE';
  readonly statusReason: string | null;
}

export interface SuspendedAgency extends AgencyFacts {
  readonly status: 'SUSPENDED';
  readonly statusReason: string;
}

export interface StruckOffAgency extends AgencyFacts {
  readonly status: 'STRUCK_OFF';
  readonly statusReason: string;
}

export type Agency = ActiveAgency | SuspendedAgency | StruckOffAgency;

export interface AgencyRegistered {
  readonly type: 'agency.registered';
  readonly agencyId: AgencyId;
  readonly name: string;
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

export type AgencyEvent = AgencyRegistered | AgencyStatusChanged;

export type Registration = Omit<AgencyFacts, 'version'>;

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
    version: 0,
    name: text(registration.name, 'name'),
    registrationAuthority: text(registration.registrationAuthority, 'registrationAuthority'),
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
  if (agency.status !== 'ACTIVE') throw agencyStatusUnfit({ status: agency.status });
  return changed({ ...agency, status: 'SUSPENDED', statusReason: text(reason, 'reason', 500) });
}

/** For good: an agency struck off by its registration authority exists no more. */
export function strikeOff(agency: Agency, reason: string): Change<StruckOffAgency, AgencyStatusChanged> {
  if (agency.status === 'STRUCK_OFF') throw agencyStatusUnfit({ status: agency.status });
  return changed({ ...agency, status: 'STRUCK_OFF', statusReason: text(reason, 'reason', 500) });
}

export function reinstate(agency: Agency, reason: string): Change<ActiveAgency, AgencyStatusChanged> {
  if (agency.status !== 'SUSPENDED') throw agencyStatusUnfit({ status: agency.status });
  return changed({ ...agency, status: 'ACTIVE', statusReason: text(reason, 'reason', 500) });
}

function changed<State extends Agency>(state: State): Change<State, AgencyStatusChanged> {
  const { id, status, statusReason } = state;
  return {
    state,
    events: [{ type: 'agency.status-changed', agencyId: id, status, reason: statusReason ?? '' }],
  };
}
