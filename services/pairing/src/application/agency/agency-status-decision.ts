import { type Actor, type Change, expectVersion } from '@qianshou/kernel';
import type { Agency, AgencyStatusChanged } from '../../domain/agency/agency.ts';
import type { AgencyId } from '../../domain/ids.ts';
import { mayChangeStatus } from '../../domain/agency/policy.ts';
import { type ExitPorts, followExitOfRecipient } from '../exit/follow-exit.ts';
import { agencyKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

export interface AgencyStatusInput {
  readonly agencyId: AgencyId;
  readonly reason: string;
  readonly expectedVersion: number | null;
}

export type AgencyStatusDeps = Pick<Ports, 'unitOfWork'> & ExitPorts;

/** Holds the agency, so that no pairing is matched on the strength of a status that is just being taken away. */
export const agencyStatusDecision = <State extends Agency, Reason extends string | null>(
  ports: AgencyStatusDeps,
  { agencyId, reason, expectedVersion }: Omit<AgencyStatusInput, 'reason'> & { readonly reason: Reason },
  actor: Actor,
  decide: (agency: Agency, reason: Reason) => Change<State, AgencyStatusChanged>,
): Promise<State> =>
  ports.unitOfWork.run(async () => {
    await ports.unitOfWork.hold(agencyKey(agencyId));
    const agency = await ports.agencies.get(agencyId);
    mayChangeStatus(actor, agency);
    expectVersion(agency, expectedVersion);
    const decided = await ports.agencies.save(decide(agency, reason));
    await followExitOfRecipient(ports, agencyId);
    return decided;
  });
