import {
  badInput,
  type CalendarDate,
  type Change,
  type DocumentReference,
  publicText,
  requireDifference,
  type Written,
} from '@qianshou/kernel';
import { agencyStatusUnfit } from '../reference/errors.ts';
import type { Agency } from './agency.ts';
import type { AgencyRegistrationChanged } from './agency-events.ts';
import { type Certificate, checkedCertificate } from './agency-certificate.ts';

export interface RegistrationOrder {
  /** What is not named stays as it is. */
  readonly changes: Partial<Written<Certificate>>;
  /** From which day on the certificate says so; of a slip of the pen, the day on which it was registered. */
  readonly on: CalendarDate;
  readonly reason: string;
  readonly document: DocumentReference;
}

const CHANGEABLE: readonly Agency['status'][] = ['UNVERIFIED', 'ACTIVE', 'SUSPENDED'];

/** Its certificate says otherwise now, or was written down wrongly: who it is stays, with all that it did. */
export function changeRegistration(
  agency: Agency,
  { changes, on, reason, document }: RegistrationOrder,
  today: CalendarDate,
): Change<Agency, AgencyRegistrationChanged> {
  if (!CHANGEABLE.includes(agency.status)) throw agencyStatusUnfit({ status: agency.status });
  requireDifference<Written<Certificate>>(agency, changes);
  const before = certificateOf(agency);
  const certificate = checkedCertificate({ ...before, ...withoutOldReason(changes), ...changes }, today);
  const earliest = certificate.registeredOn;
  if (on < earliest || on > today)
    throw badInput({
      field: 'changedOn',
      reason: {
        en: `expected a day from ${earliest}, its registration, to ${today}`,
        zh: `应在登记日期 ${earliest} 至 ${today} 之间`,
      },
    });
  const change = { on, recordedOn: today, reason: publicText(reason, 'reason', 500), document, before };
  const { id: agencyId, homeRegionCode: homeRegionCodeBefore, registrationChanges = [] } = agency;
  return {
    state: { ...agency, ...certificate, registrationChanges: [...registrationChanges, change] },
    events: [{ type: 'agency.registration-changed', agencyId, homeRegionCodeBefore, on }],
  };
}

/** Why the old code was odd says nothing of a new one. */
function withoutOldReason({ unifiedSocialCreditCode }: RegistrationOrder['changes']) {
  return unifiedSocialCreditCode === undefined ? {} : { creditCodeReason: null };
}

function certificateOf(agency: Agency): Certificate {
  const { name, unifiedSocialCreditCode, legalForm, registrationAuthority } = agency;
  const { registeredOn, homeRegionCode, mainBusinessIsSocialWork, creditCodeReason } = agency;
  return {
    name,
    unifiedSocialCreditCode,
    legalForm,
    registrationAuthority,
    registeredOn,
    homeRegionCode,
    mainBusinessIsSocialWork,
    creditCodeReason,
  };
}
