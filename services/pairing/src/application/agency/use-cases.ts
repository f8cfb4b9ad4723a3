import type { Ports } from '../ports.ts';
import { changeAgencyRegistration } from './change-agency-registration.ts';
import { confirmAgency } from './confirm-agency.ts';
import { findAgencyByCreditCode } from './find-agency-by-credit-code.ts';
import { listAgencies } from './list-agencies.ts';
import { mergeAgencies } from './merge-agencies.ts';
import { refuseAgency } from './refuse-agency.ts';
import { registerAgency } from './register-agency.ts';
import { reinstateAgency } from './reinstate-agency.ts';
import { restoreAgency } from './restore-agency.ts';
import { reviseAgency } from './revise-agency.ts';
import { strikeOffAgency } from './strike-off-agency.ts';
import { suspendAgency } from './suspend-agency.ts';

export function useCasesOfAgency(ports: Ports) {
  return {
    changeAgencyRegistration: changeAgencyRegistration(ports),
    confirmAgency: confirmAgency(ports),
    findAgencyByCreditCode: findAgencyByCreditCode(ports),
    listAgencies: listAgencies(ports),
    mergeAgencies: mergeAgencies(ports),
    refuseAgency: refuseAgency(ports),
    registerAgency: registerAgency(ports),
    reinstateAgency: reinstateAgency(ports),
    restoreAgency: restoreAgency(ports),
    reviseAgency: reviseAgency(ports),
    strikeOffAgency: strikeOffAgency(ports),
    suspendAgency: suspendAgency(ports),
  };
}
