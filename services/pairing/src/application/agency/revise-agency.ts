import { type Command, decision } from '@qianshou/kernel';
import { type Agency, revise } from '../../domain/agency/agency.ts';
import type { Capability } from '../../domain/agency/agency-capability.ts';
import type { AgencyId } from '../../domain/ids.ts';
import { type ExitPorts, followExitOfRecipient } from '../exit/follow-exit.ts';
import type { Ports } from '../ports.ts';
import { onAgency } from './agency-status-decision.ts';

/** What is not named stays as it is. */
export interface ReviseAgencyInput {
  readonly agencyId: AgencyId;
  readonly changes: Partial<Capability>;
  readonly expectedVersion: number | null;
}

type Deps = Pick<Ports, 'unitOfWork'> & ExitPorts;

export const reviseAgency = (ports: Deps): Command<ReviseAgencyInput, Agency> =>
  decision(ports.unitOfWork, {
    ...onAgency(ports),
    decide: (agency, { changes }) => revise(agency, { ...agency, ...changes }),
    save: async (change) => {
      const revised = await ports.agencies.save(change);
      await followExitOfRecipient(ports, revised.id);
      return revised;
    },
  });
