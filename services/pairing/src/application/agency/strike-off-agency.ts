import type { Actor } from '@qianshou/kernel';
import { strikeOff, type StruckOffAgency } from '../../domain/agency/agency.ts';
import {
  agencyStatusDecision,
  type AgencyStatusDeps,
  type AgencyStatusInput,
} from './agency-status-decision.ts';

export const strikeOffAgency =
  (ports: AgencyStatusDeps) =>
  (input: AgencyStatusInput, actor: Actor): Promise<StruckOffAgency> =>
    agencyStatusDecision(ports, input, actor, strikeOff);
