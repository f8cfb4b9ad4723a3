import { type Actor, type Change, decision } from '@qianshou/kernel';
import type { Agency } from '../../domain/agency/agency.ts';
import type { AgencyStatusChanged } from '../../domain/agency/agency-events.ts';
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

/** Holds the agency: no pairing is matched on the strength of what is just being taken away. */
export const onAgency = ({ agencies }: Pick<Ports, 'agencies'>) => ({
  lock: ({ agencyId }: Pick<AgencyStatusInput, 'agencyId'>) => agencyKey(agencyId),
  load: ({ agencyId }: Pick<AgencyStatusInput, 'agencyId'>) => agencies.get(agencyId),
  may: mayChangeStatus,
});

export const agencyStatusDecision = <State extends Agency, Reason extends string | null>(
  ports: AgencyStatusDeps,
  input: Omit<AgencyStatusInput, 'reason'> & { readonly reason: Reason },
  actor: Actor,
  decide: (agency: Agency, reason: Reason) => Change<State, AgencyStatusChanged>,
): Promise<State> =>
  decision<typeof input, Agency, Change<State, AgencyStatusChanged>, State>(ports.unitOfWork, {
    ...onAgency(ports),
    decide: (agency, { reason }) => decide(agency, reason),
    save: async (change) => {
      const decided = await ports.agencies.save(change);
      await followExitOfRecipient(ports, decided.id);
      return decided;
    },
  })(input, actor);
