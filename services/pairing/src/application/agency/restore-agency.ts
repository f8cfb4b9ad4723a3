import { type Actor, chinaDay, type Grounds } from '@qianshou/kernel';
import { type ActiveAgency, restore, type SuspendedAgency } from '../../domain/agency/agency.ts';
import type { Ports } from '../ports.ts';
import {
  agencyStatusDecision,
  type AgencyStatusDeps,
  type AgencyStatusInput,
} from './agency-status-decision.ts';

export type RestoreAgencyInput = Omit<AgencyStatusInput, 'reason'> & Grounds;

export const restoreAgency =
  (ports: AgencyStatusDeps & Pick<Ports, 'clock'>) =>
  (input: RestoreAgencyInput, actor: Actor): Promise<ActiveAgency | SuspendedAgency> =>
    agencyStatusDecision(ports, input, actor, (agency) =>
      restore(agency, { ...input, today: chinaDay(ports.clock.now()) }),
    );
