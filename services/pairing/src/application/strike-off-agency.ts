import type { Actor } from '@qianshou/kernel';
import { strikeOff, type StruckOffAgency } from '../domain/agency.ts';
import { agencyStatusDecision, type AgencyStatusInput } from './agency-status-decision.ts';
import type { Ports } from './ports.ts';

export const strikeOffAgency =
  (ports: Pick<Ports, 'agencies' | 'unitOfWork'>) =>
  (input: AgencyStatusInput, actor: Actor): Promise<StruckOffAgency> =>
    agencyStatusDecision(ports, input, actor, strikeOff);
