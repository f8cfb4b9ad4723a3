import type { Actor } from '@qianshou/kernel';
import type { ActiveAgency } from '../../domain/agency/agency.ts';
import { confirm } from '../../domain/agency/agency-verification.ts';
import {
  agencyStatusDecision,
  type AgencyStatusDeps,
  type AgencyStatusInput,
} from './agency-status-decision.ts';

export interface ConfirmAgencyInput extends Omit<AgencyStatusInput, 'reason'> {
  readonly reason: string | null;
}

export const confirmAgency =
  (ports: AgencyStatusDeps) =>
  (input: ConfirmAgencyInput, actor: Actor): Promise<ActiveAgency> =>
    agencyStatusDecision(ports, input, actor, confirm);
