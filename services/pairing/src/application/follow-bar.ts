import { barForYear, liftBar } from '../domain/agency-bar.ts';
import { barsAgencyIn, type PairingEvaluation } from '../domain/pairing-evaluation.ts';
import { agencyKey } from './held-keys.ts';
import type { Ports } from './ports.ts';

/** PAIR-13: an unqualified grade of the year bars the dispatching agency from the next one, as long as it stands. */
export async function followBar(
  { agencies, unitOfWork }: Pick<Ports, 'agencies' | 'unitOfWork'>,
  before: PairingEvaluation | null,
  now: PairingEvaluation,
): Promise<void> {
  const had = before === null ? null : barsAgencyIn(before);
  const has = barsAgencyIn(now);
  if (had === has) return;
  const { id, dispatchingAgencyId } = now;
  await unitOfWork.hold(agencyKey(dispatchingAgencyId));
  if (had !== null) await agencies.save(liftBar(await agencies.get(dispatchingAgencyId), had, id));
  if (has !== null) await agencies.save(barForYear(await agencies.get(dispatchingAgencyId), has, id));
}
