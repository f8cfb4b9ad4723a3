import { type CalendarDate, type Change, publicText, type Warning } from '@qianshou/kernel';
import {
  type ActiveAgency,
  type Agency,
  calledBy,
  changed,
  isUnconfirmed,
  isVerified,
  type RefusedAgency,
  register,
  type Registration,
} from './agency.ts';
import type { AgencyRegistered, AgencyStatusChanged } from './agency-events.ts';
import { agencyStatusUnfit, agencyUnverified } from '../reference/errors.ts';

/** The home authority knows the agency as what it says to be; what was refused by mistake is confirmed as well. */
export function confirm(agency: Agency, reason: string | null): Change<ActiveAgency, AgencyStatusChanged> {
  const statusReason = reason === null ? null : publicText(reason, 'reason', 500);
  if (!isUnconfirmed(agency)) throw agencyStatusUnfit({ status: agency.status });
  return changed(agency, { ...agency, status: 'ACTIVE', statusReason });
}

export function refuse(agency: Agency, reason: string): Change<RefusedAgency, AgencyStatusChanged> {
  const statusReason = publicText(reason, 'reason', 500);
  if (agency.status !== 'UNVERIFIED') throw agencyStatusUnfit({ status: agency.status });
  return changed(agency, { ...agency, status: 'REFUSED', statusReason });
}

/** What the authority enters itself stands in place of what the agency said. */
export function enterOver(
  { id, version, barredYears, bars = [] }: Agency,
  registration: Omit<Registration, 'id'>,
  today: CalendarDate,
): Change<ActiveAgency, AgencyRegistered> {
  const { state, events } = register({ ...registration, id }, today);
  return { state: { ...state, version, barredYears, bars }, events };
}

/** Said wherever the agency is shown: others look the code up by its check character. */
export function creditCodeWarning(reason: string): Warning {
  return {
    rule: 'GB-32100',
    en: `The check character of the credit code does not fit; its bureau entered it for this reason: ${reason}`,
    zh: `统一社会信用代码校验位不符,由民政部门说明后登记:${reason}`,
  };
}

/** Whoever is not confirmed takes part in nothing. */
export function requireVerified(agency: Agency): void {
  if (!isVerified(agency)) throw agencyUnverified({ ...calledBy(agency), status: agency.status });
}
