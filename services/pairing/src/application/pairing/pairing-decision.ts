import { type Actor, type Command, decision } from '@qianshou/kernel';
import type { PairingId } from '../../domain/ids.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
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

/** A decision about a pairing; what is saved with it differs so much that each decision saves it. */
export const pairingDecision = <Input extends PairingDecisionInput, Decided>(
  { pairings, unitOfWork }: Pick<Ports, 'pairings' | 'unitOfWork'>,
  { operation, may, decide }: PairingDecision<Input, Decided>,
): Command<Input, Decided> =>
  decision<Input, Pairing, Input, Decided>(unitOfWork, {
    once: operation,
    load: ({ pairingId }) => pairings.get(pairingId),
    may,
    decide: (_pairing, input) => input,
    save: (input, { state }) => decide(state, input),
  });
