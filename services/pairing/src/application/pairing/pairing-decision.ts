import { type Actor, expectVersion } from '@qianshou/kernel';
import type { PairingId } from '../../domain/ids.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

export interface PairingDecisionInput {
  readonly pairingId: PairingId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

export interface PairingDecision<Input, Decided> {
  readonly operation: string;
  readonly may: (actor: Actor, pairing: Pairing) => void;
  readonly decide: (pairing: Pairing, input: Input) => Promise<Decided>;
}

/** What every decision about a pairing has in common: asked once, by somebody who may, about the version they read. */
export const pairingDecision =
  <Input extends PairingDecisionInput, Decided>(
    { pairings, unitOfWork }: Pick<Ports, 'pairings' | 'unitOfWork'>,
    { operation, may, decide }: PairingDecision<Input, Decided>,
  ) =>
  (input: Input, actor: Actor): Promise<Decided> =>
    unitOfWork.once(onceRequest(operation, actor, input), async () => {
      const pairing = await pairings.get(input.pairingId);
      may(actor, pairing);
      expectVersion(pairing, input.expectedVersion);
      return decide(pairing, input);
    });
