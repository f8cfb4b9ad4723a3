import type { Actor } from '@qianshou/kernel';
import type { Answer } from '@qianshou/testing';
import { key, type PairingGraph } from './under-test.ts';

const PAIRING = 'pairing { id status version allowedActions }';

/** What a test reads of each decision's answer. */
const ANSWERS: Readonly<Record<string, string>> = {
  beginPairingApplicationReview: 'application { id status version }',
  withdrawPairingApplication: 'application { id status version }',
  rejectPairingApplication: 'application { id status version }',
  matchPairingApplication: 'pairing { id status }',
  terminatePairing: `${PAIRING} successor { id status handedOverFrom { id } county { code } scheme { accepted } }`,
  renewPairing: 'pairing { id status renewedFrom { id } cycleYear }',
};

/** Asks for a decision with a key of its own, unless the input brings one. */
export function decide(
  graph: PairingGraph,
  operation: string,
  input: Record<string, unknown>,
  actor: Actor,
): Promise<Answer> {
  const type = `${operation[0]?.toUpperCase()}${operation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${operation}(input: $input) { ${ANSWERS[operation] ?? PAIRING} } }`;
  return graph.execute(query, { input: { idempotencyKey: key(), ...input } }, actor);
}

/** A day and a reason, as suspending and terminating ask for. */
export const rest = (pairingId: string) => ({ pairingId, on: '2026-05-01', reason: '演示:汛期' });
