import type { Actor } from '@qianshou/kernel';
import { suspend, type SuspendedAgency } from '../domain/agency.ts';
import { agencyStatusDecision, type AgencyStatusInput } from './agency-status-decision.ts';
import type { Ports } from './ports.ts';

export const suspendAgency =
  (ports: Pick<Ports, 'agencies' | 'unitOfWork'>) =>
  (input: AgencyStatusInput, actor: Actor): Promise<SuspendedAgency> =>
    agencyStatusDecision(ports, input, actor, suspend);
