import type { Actor } from '@qianshou/kernel';
import type { RefusedAgency } from '../../domain/agency/agency.ts';
import { refuse } from '../../domain/agency/agency-verification.ts';
import {
  agencyStatusDecision,
  type AgencyStatusDeps,
  type AgencyStatusInput,
} from './agency-status-decision.ts';

export const refuseAgency =
  (ports: AgencyStatusDeps) =>
  (input: AgencyStatusInput, actor: Actor): Promise<RefusedAgency> =>
    agencyStatusDecision(ports, input, actor, refuse);
