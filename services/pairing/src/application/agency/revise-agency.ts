import { type Actor, expectVersion } from '@qianshou/kernel';
import { type Agency, revise } from '../../domain/agency/agency.ts';
import type { Capability } from '../../domain/agency/agency-capability.ts';
import type { AgencyId } from '../../domain/ids.ts';
import { mayChangeStatus } from '../../domain/agency/policy.ts';
import { type ExitPorts, followExitOfRecipient } from '../exit/follow-exit.ts';
import { agencyKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

/** What is not named stays as it is. */
export interface ReviseAgencyInput {
  readonly agencyId: AgencyId;
  readonly changes: Partial<Capability>;
  readonly expectedVersion: number | null;
}

/** Holds the agency: a pairing that is being matched rests on what the agency can do. */
export const reviseAgency =
  (ports: Pick<Ports, 'unitOfWork'> & ExitPorts) =>
  ({ agencyId, changes, expectedVersion }: ReviseAgencyInput, actor: Actor): Promise<Agency> =>
    ports.unitOfWork.run(async () => {
      await ports.unitOfWork.hold(agencyKey(agencyId));
      const agency = await ports.agencies.get(agencyId);
      mayChangeStatus(actor, agency);
      expectVersion(agency, expectedVersion);
      const revised = await ports.agencies.save(revise(agency, { ...agency, ...changes }));
      await followExitOfRecipient(ports, agencyId);
      return revised;
    });
