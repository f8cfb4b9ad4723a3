import type { Actor } from '@qianshou/kernel';
import { reinstate, type ActiveAgency } from '../../domain/agency/agency.ts';
import {
  agencyStatusDecision,
  type AgencyStatusDeps,
  type AgencyStatusInput,
} from './agency-status-decision.ts';

export const reinstateAgency =
  (ports: AgencyStatusDeps) =>
  (input: AgencyStatusInput, actor: Actor): Promise<ActiveAgency> =>
    agencyStatusDecision(ports, input, actor, reinstate);
