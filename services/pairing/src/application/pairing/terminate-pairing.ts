import { chinaDay } from '@qianshou/kernel';
import type { AgencyId } from '../../domain/ids.ts';
import { type Interruption, terminatePairing as terminate } from '../../domain/pairing/pairing-life-cycle.ts';
import type { MatchedPairing, Pairing, TerminatedPairing } from '../../domain/pairing/pairing.ts';
import { mayDirect } from '../../domain/pairing/policy.ts';
import { handOver } from '../../domain/pairing/succession.ts';
import { heldGround } from '../application/held-ground.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';
import { savePairing } from './save-pairing.ts';

export interface TerminatePairingInput extends PairingDecisionInput, Interruption {
  /** The agency that takes over the county, if one does. */
  readonly handOverToAgencyId: AgencyId | null;
}

export interface Terminated {
  readonly pairing: TerminatedPairing;
  readonly successor: MatchedPairing | null;
}

export const terminatePairing = (ports: Ports) =>
  pairingDecision(ports, {
    operation: 'terminatePairing',
    may: mayDirect,
    decide: (pairing, input: TerminatePairingInput) => terminateAndHandOver(ports, pairing, input),
  });

/** The old pairing is saved first: what the successor rests on must not count it as open any more. */
async function terminateAndHandOver(
  ports: Ports,
  earlier: Pairing,
  input: TerminatePairingInput,
): Promise<Terminated> {
  const { pairings, clock, newId } = ports;
  const agencyId = input.handOverToAgencyId;
  const successorId = agencyId === null ? null : newId('par');
  const now = clock.now();
  const ended = terminate(earlier, input, successorId, chinaDay(now));
  const pairing = await savePairing(ports, earlier, ended);
  if (agencyId === null || successorId === null) return { pairing, successor: null };
  const ground = await heldGround(ports, { ...earlier, dispatchingAgencyId: agencyId });
  const successor = handOver(earlier, ground, { pairingId: successorId, at: now });
  return { pairing, successor: await pairings.save(successor) };
}
