import { barForYear, liftBar } from '../../domain/agency/agency-bar.ts';
import type { AgencyId } from '../../domain/ids.ts';
import { agencyKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

interface BarMove {
  readonly agencyId: AgencyId;
  readonly evaluationId: string;
  /** The year that the evaluation had barred before; null: none. */
  readonly from: number | null;
  readonly to: number | null;
}

/** PAIR-13: what an evaluation bars follows what it says now, and what it no longer bars is free again. */
export async function moveBar(
  { agencies, unitOfWork }: Pick<Ports, 'agencies' | 'unitOfWork'>,
  { agencyId, evaluationId, from, to }: BarMove,
): Promise<void> {
  if (from === to) return;
  await unitOfWork.hold(agencyKey(agencyId));
  if (from !== null) await agencies.save(liftBar(await agencies.get(agencyId), from, evaluationId));
  if (to !== null) await agencies.save(barForYear(await agencies.get(agencyId), to, evaluationId));
}
