import {
  badInput,
  type CalendarDate,
  type Change,
  isCreditCodeChecked,
  levelOf,
  publicName,
  type PublicText,
  publicText,
  type RegionCode,
  type UnifiedSocialCreditCode,
  type Versioned,
  type Written,
} from '@qianshou/kernel';
import {
  checkedCapability,
  type LegalForm,
  type EvaluationGrade,
  type Capability,
} from './agency-capability.ts';
import { agencyStatusUnfit } from '../reference/errors.ts';
import type { AgencyId } from '../ids.ts';

const CREDIT_CODE_UNCHECKED = {
  en: 'its check character does not fit (GB 32100). Correct it; where the certificate says so, its bureau enters it with "creditCodeReason"',
  zh: '校验位不符(GB 32100),请核对;如证书确为此代码,由登记地民政部门填写 creditCodeReason 说明后登记',
};

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
  /** Why a bureau entered the code although its check character does not fit; null where it does. */
  readonly creditCodeReason: PublicText | null;
  /** Years in which an unqualified grade of the year before bars it (PAIR-13). */
  readonly barredYears: readonly number[];
  /** Which evaluation bars it in which year; absent in records of before it was kept. */
  readonly bars?: readonly Bar[];
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
}

export type Agency = UnverifiedAgency | RefusedAgency | ActiveAgency | SuspendedAgency | StruckOffAgency;

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
  readonly statusBefore: Agency['status'];
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

export interface AgencyBarLifted extends Omit<AgencyBarredForYear, 'type'> {
  readonly type: 'agency.bar-lifted';
  /** Another evaluation bars the year as well. */
  readonly stillBarred: boolean;
}

export type AgencyEvent =
  AgencyRegistered | AgencyStatusChanged | AgencyRevised | AgencyBarredForYear | AgencyBarLifted;

export type Registration = Written<Omit<AgencyFacts, 'version' | 'barredYears' | 'bars'>>;

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
  if (registration.registeredOn > today)
    throw badInput({ field: 'registeredOn', reason: { en: 'lies in the future', zh: '不得晚于今天' } });
  // Some cities have no counties below them and register agencies themselves, so a city is a home too.
  if (!['COUNTY', 'PREFECTURE'].includes(levelOf(registration.homeRegionCode)))
    throw badInput({
      field: 'homeRegionCode',
      reason: { en: 'expected the code of a county or a city', zh: '应为县级或地级区划代码' },
    });
  return {
    ...registration,
    ...checkedCapability(registration),
    version: 0,
    barredYears: [],
    name: publicName(registration.name, 'name'),
    creditCodeReason: reasonForCode(registration),
    registrationAuthority: publicName(registration.registrationAuthority, 'registrationAuthority'),
  };
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

/** A code whose check character does not fit is taken from a bureau that has seen it, and says so. */
function reasonForCode({ unifiedSocialCreditCode, creditCodeReason }: Registration): PublicText | null {
  const reason = creditCodeReason === null ? null : publicText(creditCodeReason, 'creditCodeReason', 500);
  if (isCreditCodeChecked(unifiedSocialCreditCode)) return null;
  if (reason === null) throw badInput({ field: 'unifiedSocialCreditCode', reason: CREDIT_CODE_UNCHECKED });
  return reason;
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
  if (!isVerified(agency) || agency.status === 'STRUCK_OFF')
    throw agencyStatusUnfit({ status: agency.status });
  return changed(agency, { ...agency, status: 'STRUCK_OFF', statusReason });
}

export function reinstate(agency: Agency, reason: string): Change<ActiveAgency, AgencyStatusChanged> {
  const statusReason = publicText(reason, 'reason', 500);
  if (agency.status !== 'SUSPENDED') throw agencyStatusUnfit({ status: agency.status });
  return changed(agency, { ...agency, status: 'ACTIVE', statusReason });
}

export function isVerified({ status }: Pick<Agency, 'status'>): boolean {
  return status !== 'UNVERIFIED' && status !== 'REFUSED';
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
  if (agency.status === 'STRUCK_OFF' || agency.status === 'REFUSED')
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
