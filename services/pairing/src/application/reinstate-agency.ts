import type { Actor } from '@qianshou/kernel';
import { reinstate, type ActiveAgency } from '../domain/agency.ts';
import { agencyStatusDecision, type AgencyStatusInput } from './agency-status-decision.ts';
import type { Ports } from './ports.ts';

export const reinstateAgency =
  (ports: Pick<Ports, 'agencies' | 'unitOfWork'>) =>
  (input: AgencyStatusInput, actor: Actor): Promise<ActiveAgency> =>
    agencyStatusDecision(ports, input, actor, reinstate);
