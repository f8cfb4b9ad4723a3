import type { Fen } from '@qianshou/kernel';
import type { Movement } from '../money/journal-entry.ts';
import { movementKey, unbinding } from '../money/movements.ts';
import { lessParts, type SourcePart, takeParts } from '../money/source-parts.ts';
import { boundIn } from './contract-carry-over.ts';
import type { Contract } from './contract.ts';

/** Of what a contract is bound from, the part that is not to be paid any more when so much is left to pay. */
export function releasedParts(
  contract: Contract,
  takenParts: readonly SourcePart[],
  leftFen: Fen,
): readonly SourcePart[] | null {
  const { sources } = boundIn(contract);
  if (sources === null) return null;
  const unpaid = lessParts(sources, takenParts);
  return lessParts(unpaid, takeParts(unpaid, leftFen, 'PROPORTION')).filter(
    ({ amountFen }) => amountFen > 0n,
  );
}

export function withoutParts(contract: Contract, released: readonly SourcePart[] | null): Contract {
  if (released === null) return contract;
  const { carriedOver, sources } = contract;
  if (carriedOver === null)
    return { ...contract, sources: sources === null ? null : lessParts(sources, released) };
  return { ...contract, carriedOver: { ...carriedOver, sources: lessParts(carriedOver.sources, released) } };
}

export interface Released {
  readonly by: string;
  readonly releasedFen: Fen;
  readonly released: readonly SourcePart[] | null;
  /** What it is released by, where a contract may be released from more than once. */
  readonly subject?: string;
}

/** It is free again where it is bound now. */
export function releaseOf(contract: Contract, { by, releasedFen, released, subject }: Released): Movement {
  const { programme, budgetPlanId, id } = contract;
  const reference = { budgetPlanId, contractId: id, awardId: null, paymentId: null };
  const movement = unbinding({ programme, reference, actor: by }, releasedFen, released);
  return subject === undefined ? movement : { ...movement, idempotencyKey: movementKey('RELEASE', subject) };
}
