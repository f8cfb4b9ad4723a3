import { type Actor, chinaDay, type DocumentReference, expectVersion } from '@qianshou/kernel';
import { mergeAgencies as merge } from '../../domain/agency/agency-merge.ts';
import type { Agency } from '../../domain/agency/agency.ts';
import { mayMerge } from '../../domain/agency/policy.ts';
import type { AgencyId } from '../../domain/ids.ts';
import { refuseOverlap } from '../../domain/pairing/overlap.ts';
import { strikeGrownAgency } from '../../domain/work/growth-strike.ts';
import { type ExitPorts, followExitOfRecipient } from '../exit/follow-exit.ts';
import { agencyKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';

export interface MergeAgenciesInput {
  readonly keptAgencyId: AgencyId;
  readonly droppedAgencyId: AgencyId;
  readonly reason: string;
  readonly document: DocumentReference;
  /** Of the kept one. */
  readonly expectedVersion: number | null;
}

type Deps = Pick<Ports, 'unitOfWork' | 'pairings' | 'clock'> & ExitPorts;

/** Two entries of one agency: what the dropped one did, owes and is barred from is the kept one's. */
export const mergeAgencies =
  (ports: Deps) =>
  (input: MergeAgenciesInput, actor: Actor): Promise<Agency> =>
    ports.unitOfWork.run(async () => {
      const { keptAgencyId, droppedAgencyId, reason, document, expectedVersion } = input;
      await ports.unitOfWork.hold(...[keptAgencyId, droppedAgencyId].toSorted().map(agencyKey));
      const kept = await ports.agencies.getEntry(keptAgencyId);
      const dropped = await ports.agencies.getEntry(droppedAgencyId);
      mayMerge(actor, kept, dropped);
      expectVersion(kept, expectedVersion);
      const today = chinaDay(ports.clock.now());
      const changes = merge(kept, dropped, { reason, document, today });
      refuseOverlap(await ports.pairings.ofAgencies([kept.id, dropped.id]), kept.id, dropped.id);
      await countGrowthOnce(ports, kept.id, dropped.id, { reason, evidence: document, today });
      await ports.agencies.save(changes.dropped);
      await ports.agencies.moveReferences(dropped.id, kept.id);
      const merged = await ports.agencies.save(changes.kept);
      await followExitOfRecipient(ports, kept.id);
      return merged;
    });

/** PAIR-9: an agency counts once, also where both of its entries were counted. */
async function countGrowthOnce(
  { pairings }: Pick<Deps, 'pairings'>,
  kept: AgencyId,
  dropped: AgencyId,
  mistake: Parameters<typeof strikeGrownAgency>[2],
): Promise<void> {
  const grewDropped = await pairings.findThatGrew(dropped);
  if (grewDropped === null) return;
  const { dispatchingAgencyId, recipientAgencyId } = grewDropped;
  const isParty = dispatchingAgencyId === kept || recipientAgencyId === kept;
  if (!isParty && (await pairings.findThatGrew(kept)) === null) return;
  await pairings.save(strikeGrownAgency(grewDropped, dropped, mistake));
}
