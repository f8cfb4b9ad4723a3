import type { Actor } from '@qianshou/kernel';
import { suspend, type SuspendedAgency } from '../../domain/agency/agency.ts';
import {
  agencyStatusDecision,
  type AgencyStatusDeps,
  type AgencyStatusInput,
} from './agency-status-decision.ts';

export const suspendAgency =
  (ports: AgencyStatusDeps) =>
  (input: AgencyStatusInput, actor: Actor): Promise<SuspendedAgency> =>
    agencyStatusDecision(ports, input, actor, suspend);
