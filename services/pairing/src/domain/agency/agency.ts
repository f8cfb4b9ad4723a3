import {
  type CalendarDate,
  type Change,
  type DocumentReference,
  type Grounds,
  type PublicText,
  publicText,
  type UnifiedSocialCreditCode,
  type Versioned,
  type Written,
} from '@qianshou/kernel';
import { type Certificate, checkedCertificate } from './agency-certificate.ts';
import { type Capability, checkedCapability } from './agency-capability.ts';
import { agencyStatusUnfit } from '../reference/errors.ts';
import type { AgencyRegistered, AgencyStatusChanged, AgencyRevised } from './agency-events.ts';
import type { AgencyId } from '../ids.ts';

interface AgencyFacts extends Capability, Certificate, Versioned {
  readonly id: AgencyId;
  /** Years in which an unqualified grade of the year before bars it (PAIR-13). */
  readonly barredYears: readonly number[];
  /** Which evaluation bars it in which year; absent in records of before it was kept. */
  readonly bars?: readonly Bar[];
  /** What its certificate said before, oldest first; absent in records of before it was kept. */
  readonly registrationChanges?: readonly RegistrationChange[];
  /** Other entries of it that were merged into this one; absent in records of before it was kept. */
  readonly aliases?: readonly AgencyAlias[];
  /** When it had been struck off by a slip and was put back; absent in records of before. */
  readonly restorations?: readonly AgencyRestoration[];
}

/** A certificate that says otherwise from a day on, or was written down wrongly: what it said before is kept. */
export interface RegistrationChange {
  readonly on: CalendarDate;
  readonly recordedOn: CalendarDate;
  readonly reason: PublicText;
  readonly document: DocumentReference;
  readonly before: Certificate;
}

export interface AgencyRestoration extends Grounds {
  readonly on: CalendarDate;
  /** Why it had been struck off. */
  readonly struckOffFor: PublicText;
}

export interface Bar {
  readonly year: number;
  readonly evaluationId: string;
}

/** It registered itself, and its home authority has not confirmed it: neither offered, nor operating, nor counted. */
export interface UnverifiedAgency extends AgencyFacts {
  readonly status: 'UNVERIFIED';
  readonly statusReason: null;
}

/** Its home authority does not know it as what it says to be. */
export interface RefusedAgency extends AgencyFacts {
  readonly status: 'REFUSED';
  readonly statusReason: PublicText;
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
  /** Where it stood before, should it have been a slip; absent in records of before it was kept. */
  readonly stoodBefore?: StandingAgency | null;
}

type StandingAgency =
  Pick<ActiveAgency, 'status' | 'statusReason'> | Pick<SuspendedAgency, 'status' | 'statusReason'>;

/** A second entry of an agency that is known by another one: its id and its code lead there. */
export interface MergedAgency extends AgencyFacts {
  readonly status: 'MERGED';
  readonly statusReason: PublicText;
  readonly mergedIntoId: AgencyId;
}

/** Another entry of the same agency that was merged into it. */
export interface AgencyAlias {
  readonly agencyId: AgencyId;
  readonly name: PublicText;
  readonly unifiedSocialCreditCode: UnifiedSocialCreditCode;
  readonly on: CalendarDate;
  readonly reason: PublicText;
  readonly document: DocumentReference;
}

export type Agency =
  UnverifiedAgency | RefusedAgency | ActiveAgency | SuspendedAgency | StruckOffAgency | MergedAgency;

export type Registration = Written<
  Omit<AgencyFacts, 'version' | 'barredYears' | 'bars' | 'registrationChanges' | 'aliases' | 'restorations'>
>;

/** Entered by an authority of its home, an agency is verified from the start. */
export function register(
  registration: Registration,
  today: CalendarDate,
): Change<ActiveAgency, AgencyRegistered> {
  const facts = registrationFacts(registration, today);
  return registered({ ...facts, status: 'ACTIVE', statusReason: null });
}

/** An agency that enters itself waits for its home authority. */
export function registerItself(
  registration: Registration,
  today: CalendarDate,
): Change<UnverifiedAgency, AgencyRegistered> {
  const facts = registrationFacts({ ...registration, creditCodeReason: null }, today);
  return registered({ ...facts, status: 'UNVERIFIED', statusReason: null });
}

function registrationFacts(registration: Registration, today: CalendarDate): AgencyFacts {
  const certified = checkedCertificate(registration, today);
  return { ...registration, ...checkedCapability(registration), ...certified, version: 0, barredYears: [] };
}

function registered<State extends Agency>(agency: State): Change<State, AgencyRegistered> {
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
  return changed(agency, { ...agency, status: 'SUSPENDED', statusReason });
}

/** For good: an agency struck off by its registration authority exists no more. */
export function strikeOff(agency: Agency, reason: string): Change<StruckOffAgency, AgencyStatusChanged> {
  const statusReason = publicText(reason, 'reason', 500);
  if (agency.status !== 'ACTIVE' && agency.status !== 'SUSPENDED')
    throw agencyStatusUnfit({ status: agency.status });
  return changed(agency, { ...agency, status: 'STRUCK_OFF', statusReason, stoodBefore: standingOf(agency) });
}

function standingOf(agency: ActiveAgency | SuspendedAgency): StandingAgency {
  const { status, statusReason } = agency;
  return { status, statusReason } as StandingAgency;
}

/** It was struck off by a slip and stands as it stood before; where that is not known, suspended until it is reinstated. */
export function restore(
  agency: Agency,
  { reason, evidence, today: on }: Grounds & { readonly today: CalendarDate },
): Change<ActiveAgency | SuspendedAgency, AgencyStatusChanged> {
  if (agency.status !== 'STRUCK_OFF') throw agencyStatusUnfit({ status: agency.status });
  const { stoodBefore = null, restorations = [], ...facts } = agency;
  const status = stoodBefore?.status ?? 'SUSPENDED';
  const restored = { on, reason, evidence, struckOffFor: agency.statusReason };
  return changed(agency, {
    ...facts,
    status,
    statusReason: reason,
    restorations: [...restorations, restored],
  });
}

export function reinstate(agency: Agency, reason: string): Change<ActiveAgency, AgencyStatusChanged> {
  const statusReason = publicText(reason, 'reason', 500);
  if (agency.status !== 'SUSPENDED') throw agencyStatusUnfit({ status: agency.status });
  return changed(agency, { ...agency, status: 'ACTIVE', statusReason });
}

export function isVerified({ status }: Pick<Agency, 'status'>): boolean {
  return !isUnconfirmed({ status }) && status !== 'MERGED';
}

/** It registered itself, and its home authority does not stand by it. */
export function isUnconfirmed({ status }: Pick<Agency, 'status'>): boolean {
  return status === 'UNVERIFIED' || status === 'REFUSED';
}

export function changed<State extends Agency>(
  { status: statusBefore }: Agency,
  state: State,
): Change<State, AgencyStatusChanged> {
  const { id: agencyId, status, statusReason } = state;
  const reason = statusReason ?? '';
  return { state, events: [{ type: 'agency.status-changed', agencyId, status, statusBefore, reason }] };
}

export function revise(agency: Agency, capability: Written<Capability>): Change<Agency, AgencyRevised> {
  if (agency.status !== 'UNVERIFIED' && agency.status !== 'ACTIVE' && agency.status !== 'SUSPENDED')
    throw agencyStatusUnfit({ status: agency.status });
  const attested = checkedCapability(capability);
  const { canDispatch, canReceive, canOperate, evaluationGrade } = attested;
  const told = { canDispatch, canReceive, canOperate, evaluationGrade };
  return {
    state: { ...agency, ...attested },
    events: [{ type: 'agency.revised', agencyId: agency.id, ...told }],
  };
}

/** By what people know it: a refusal that named its id alone would help nobody. */
export function calledBy({ id, name, unifiedSocialCreditCode }: Agency) {
  return { agencyId: id, agencyName: name as string, creditCode: unifiedSocialCreditCode as string };
}
