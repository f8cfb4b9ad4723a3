import { barsAgencyIn, type PairingEvaluation } from '../../domain/work/pairing-evaluation.ts';
import { moveBar } from './move-bar.ts';
import type { Ports } from '../ports.ts';

/** PAIR-13: an unqualified grade of the year bars the dispatching agency from the next one, as long as it stands. */
export function followBar(
  ports: Pick<Ports, 'agencies' | 'unitOfWork'>,
  before: PairingEvaluation | null,
  now: PairingEvaluation,
): Promise<void> {
  return moveBar(ports, {
    agencyId: now.dispatchingAgencyId,
    evaluationId: now.id,
    from: before === null ? null : barsAgencyIn(before),
    to: barsAgencyIn(now),
  });
}
